import { classify, splitUrl } from '../endpoint/classify.js';
import { bindingAround } from '../endpoint/bindings.js';
import { joinedParts } from '../endpoint/joinedTexts.js';
import { grow } from '../grow.js';
import { Memo } from '../memo.js';
import { lastName } from '../names.js';
import { positionAt } from '../place.js';
import { covers, enclosingCalls } from '../syntax/enclosing.js';
import type { BindingFact, FileFacts, ImportFact, StringFact } from '../syntax/fact.js';
import { HOLE } from '../syntax/source/marks.js';
import type { Draft } from './draft.js';
import { environmentName, ofVisitor } from './environment/environmentNames.js';
import type { FileContext } from './fileContext.js';
import { interfaceOf, isAnybodys, isSharedPath } from './requests/http.js';
import { isDeployment, isWeights, modelBehindService, ownerOfModel, routedProvider } from './models/modelNames.js';
import { reachOfAddress, reachOfResolved } from './reach.js';
import { ofSharedPath } from './requests/sharedPaths.js';
import { isPartOfRequest } from './requests/requestParts.js';
import { filledIn, isBehind, joinedTo } from './partsOfAddresses.js';
import { isStandIn, sendsNothing } from './standIns.js';
import { findKeyedModels } from './models/keyedModels.js';
import { resourceUsage } from './commands/resourceUsages.js';
import { isLogged } from './logged.js';

const noUse =
  /^(?:redirect_uri|redirectUri|callback\w*|href|homepage|homepage_url|docs?|documentation|docs?_?url|link|links|title|description|label|placeholder|hint|hintText|alt|help|helperText|tooltip|message|text|src|icon|logo|image|references?|source|website|console_?url|signup|keys?_?url|get_key|apiKeyUrl|apiKeyLink|comment|example|summary)$/i;
const prints =
  /(?:^|\.)(?:print|println|printf|log|debug|info|warn|warning|error|trace|exception|fail|panic|echo|puts|write|writeln|WriteLine|Log\w*|(?:debug_)?assert\w*|bail|anyhow|expect|describe|it|test|raise|throw|\w*Error|\w*Exception|toBe|toEqual|toContain|markdown|title|header|caption|subheader|help|add_argument)!?$/;
/** What is only looked at: `model.startswith("gpt-5")`. */
const compares =
  /(?:^|\.)(?:starts?_?with\??|ends?_?with\??|has_?(?:prefix|suffix)|includes|contains|index_?of|equals|match(?:es)?)$/i;
const printing = new Memo<boolean>();
export const aboutModels = /model|deployment|engine|llm|gpt|embed/i;

/** Addresses, models and environment names that stand in the code as text. */
export function findLiterals(whole: FileContext): void {
  const context = whole.isTest && asksItself(whole) ? { ...whole, isTest: false } : whole;
  const clients = clientsByStart(context.drafts);
  const isReplaced = sendsNothing(whole);
  for (const text of context.facts.strings) {
    if (text.role === 'comparison') continue;
    if (text.role !== 'other' || context.facts.language === 'shell') body(text, context, clients);
    if (text.role === 'other') {
      if (context.facts.language === 'powershell') named(text, context);
      continue;
    }
    if (isPrinted(text) || (text.call !== undefined && isStandIn(text.call.callee, context))) continue;
    environment(text, context);
    infrastructure(text, context);
    if (text.role === 'value' && text.name !== undefined && isImage.test(text.name)) image(text, context);
    if (text.role === 'key' || text.role === 'index') continue;
    if (isReplaced || endpoint(text, context)) continue;
    model(text, context, clients);
  }
  for (const binding of context.facts.bindings) boundImage(binding, context);
  if (!context.isTest) findKeyedModels(context);
}

const standIns = /mock|fake|stub|sinon|nock|respx|responses$|vcr|wiremock|webmock|moq|nsubstitute/i;

/** An evaluation or a test that calls a service itself, with nothing in its place: what it names it uses. */
function asksItself({ facts, drafts }: FileContext): boolean {
  const asks = drafts.some(({ kind, act, weight }) => kind === 'client' && act === 'call' && weight >= 4);
  const isReplaced = ({ module, names }: ImportFact): boolean =>
    standIns.test(module) || names.some(({ name }) => standIns.test(name));
  return asks && !facts.imports.some(isReplaced) && !facts.calls.some(({ callee }) => standIns.test(callee));
}

const isImage = /^(?:container|docker)?_?image$/i;

/** `{ image: 'ollama/ollama:latest' }`: of a container that code describes. */
function image({ value, span }: Pick<StringFact, 'value' | 'span'>, context: FileContext): void {
  if (/^[\w.-]+\/[\w./-]+:[\w.-]+$/.test(value)) resourceUsage({ what: 'image', name: value, span }, context);
}

/** `IMAGE=ollama/ollama:latest` */
function boundImage({ name, value }: BindingFact, context: FileContext): void {
  if (value?.t === 'string' && value.value.includes('/') && /image/i.test(name))
    resourceUsage({ what: 'image', name: value.value, span: value.span }, context);
}

const permission = /^[a-z][a-z-]+:[A-Z*]\w*\*?$|^Amazon\w+$|^[a-z][a-z-]+\.amazonaws\.com$/;
const bedrockModel = /^arn:[\w-]+:bedrock:.*:(?:foundation-model|inference-profile)\//;
const startsContainer = /image|container|registry/i;

/** Infrastructure as code: `actions: ['bedrock:InvokeModel']`, `fromRegistry('ollama/ollama')`. */
function infrastructure({ value, call, span, holes, role }: StringFact, context: FileContext): void {
  // An ARN that is put together: its place is open, and perhaps the model.
  const isResource = call !== undefined && /(?:^|\.)addResources$/.test(call.callee);
  if ((holes === true || isResource) && bedrockModel.test(value) && !context.isTest)
    context.drafts.push({ kind: 'model', provider: 'aws-bedrock', span, token: value, weight: 1 });
  if (holes === true || role === 'key' || role === 'index' || value.length > 200) return;
  if (permission.test(value)) resourceUsage({ what: 'permission', name: value, span }, context);
  else if (call && value.includes('/') && startsContainer.test(call.callee))
    resourceUsage({ what: 'image', name: value, span }, context);
}

function isPrinted({ call, name }: StringFact): boolean {
  return call !== undefined && name !== 'default' && isOnlyShown(call.callee);
}

/** What the call is given is shown to a person or compared. */
export function isOnlyShown(callee: string): boolean {
  return printing.of(callee, () => prints.test(callee) || compares.test(callee));
}

function endpoint(text: StringFact, context: FileContext): boolean {
  const { value } = text;
  if (value.length > 500 || /\s/.test(value.trim())) return false;
  if (!value.includes('/') && !value.includes('.') && !value.startsWith(':') && !/localhost/i.test(value)) return false;
  const given = text.name === undefined ? '' : lastName(text.name);
  // `apiKeyRef: "https://…/api-keys"`: a page for people.
  if (noUse.test(given) || /(?:[Rr]ef|Docs?|Page|Help|Link)$/.test(given)) return false;
  const url = splitUrl(value);
  // `base + model + ":generateContent"`
  const isShared = isSharedPath(value.startsWith(':') ? `${HOLE}${value}` : value, context.facts);
  // A path by itself is only a part; with a hole before it, it is an address.
  if (url && /^[a-z][\w+.-]*:\/\//i.test(value) && !/^(?:https?|wss?|grpcs?):/i.test(value)) return false;
  const joined = text.call && joinedParts(text.call) !== undefined;
  const isFilledIn =
    text.holes === true ||
    joined === true ||
    (text.role === 'value' && (/\{[\w-]+\}/.test(value) || (isShared && joinedTo(text, context) !== undefined)));
  // A command of a shell is told by its own words.
  const isHeld = context.facts.language !== 'shell' && (text.role === 'value' || text.call?.assignedTo !== undefined);
  const ofOne = url || !isHeld ? undefined : ofSharedPath(isBehind(text, context) ? `${HOLE}${value}` : value, context);
  const isPart = isPartOfRequest(text, context);
  if (!url && !(isShared && isFilledIn) && ofOne === undefined && !isPart) return false;
  const found = url && classify(value, context.catalogue);
  // A page that opens with a question in it is for people: `https://chatgpt.com/?q=`.
  if (found?.class === 'consumer' && /[?&](?:q|query|prompt|hints)=/.test(value)) return false;
  // A local address under a vendor's name: `DEFAULT_LLAMACPP_URL = "http://localhost:8080"`.
  const named = found && text.name !== undefined ? context.vendors.inSetting(lastName(text.name)) : undefined;
  const provider =
    found?.provider ?? named ?? ofOne ?? (isPart ? context.vendors.ofFile(context.facts.path) : undefined);
  if (provider === undefined && !isShared && !isPart) return false;
  // A bare host without a scheme is an address only where one is asked for.
  if (
    !/\/\//.test(value) &&
    !isShared &&
    !isPart &&
    ofOne === undefined &&
    !/host|url|endpoint|base|domain|server/i.test(text.name ?? '') &&
    text.role !== 'argument'
  )
    return false;
  if (provider !== undefined) {
    const kind = context.catalogue.provider(provider)?.kind;
    if (kind === 'assistant' || kind === 'tool') return false;
  }
  const filled = !url || isOpen.test(url.host) ? filledIn(text, context) : undefined;
  const whole = filled?.value === undefined && url ? undefined : filled;
  const literal = { value, source: 'literal', way: [] } as const;
  const reach = whole
    ? reachOfAddress((url && provider) ?? ofOne ?? interfaceOf(value), whole, context)
    : reachOfResolved(provider ?? interfaceOf(value), literal, context.catalogue);
  context.drafts.push({
    kind: 'endpoint',
    provider: reach.provider,
    span: text.span,
    token: value,
    weight: 2,
    isNamed: (found?.provider === undefined && (named ?? ofOne) !== undefined) || isAnybodys(found, url),
    ...(reach.endpoint && { endpoint: reach.endpoint }),
  });
  return true;
}

/** A host that is filled in: `http://${OLLAMA_HOST}:11434`. */
const isOpen = /[\0$]/;

const modelInBody = /\bmodel["']?\s*:\s*["']([\w./:@-]{3,80})["']/g;

/** `'{"model": "gpt-4o", "messages": []}'`: the body of a request as one text; an answer is no request. */
function body(text: StringFact, context: FileContext, clients: ClientsByStart): void {
  const { value } = text;
  if (value.length < 20 || value.length > 20_000 || !value.includes('model') || !value.includes('{')) return;
  if (/"(?:choices|usage|object)"/.test(value)) return;
  for (const { 0: all, 1: name = '', index } of value.matchAll(modelInBody)) {
    const start = placeIn(text, index + all.length - 1 - name.length, context.facts);
    if (start === undefined) return;
    model(
      { ...text, value: name, role: 'value', name: 'model', holes: false, span: { start, end: start + name.length } },
      context,
      clients,
    );
  }
}

/**
 * Where a place in a string's value stands in the file. Escapes and holes made the value another length; as long as it
 * has the lines that the file has, it is the line that counts.
 */
function placeIn({ value, span, holes }: StringFact, index: number, { lineStarts }: FileFacts): number | undefined {
  const quotes = span.end - span.start - value.length;
  if (holes !== true && quotes > 0 && quotes < 9) return span.end - (quotes > 4 ? 3 : 1) - value.length + index;
  const first = positionAt(lineStarts, span.start).line;
  if (value.split('\n').length - 1 !== positionAt(lineStarts, span.end).line - first) return undefined;
  const before = value.slice(0, index).split('\n');
  if (before.length === 1) return span.start + 1 + index;
  return (lineStarts[first + before.length - 1] ?? 0) + (before.at(-1)?.length ?? 0);
}

/** What only a router calls a model: `deepseek/deepseek-r1:free`, `ollama/qwen2.5:32b`. */
const routes = /:free$|^ollama(?:_chat)?\/(?!ollama[:/-]|api\/)\w/;

function model(text: StringFact, context: FileContext, clients: ClientsByStart): void {
  const provider =
    (routes.test(text.value) ? routedProvider(text.value, context.catalogue) : undefined) ??
    context.catalogue.modelProvider(text.value) ??
    modelBehindService(text.value, context.catalogue) ??
    (text.value.includes(',') && !text.value.includes(' ')
      ? ownerOfModel(defaultOf(text), text.value, context.catalogue)
      : undefined) ??
    (isDeployment(text.name ?? '', text.value) ? 'azure-openai' : undefined);
  if (provider === undefined || text.holes === true) return;
  if (context.isTest) return;
  if (text.name !== undefined && displayed.test(text.name) && /^[A-Z]/.test(text.value)) return;
  const hint = `${text.name ?? ''} ${text.call?.callee ?? ''} ${defaultOf(text)} ${elseOf(text, context)} ${collectionName(text)} ${ownedName(text, context)}`;
  const isSpecific = /^arn:|\d|-latest$|^[\w-]+\/[\w-]+\/?[\w-]*$/.test(text.value) && /[-/.:]/.test(text.value);
  if (
    !isWeights.test(text.value) &&
    !ofBedrock.test(text.value) &&
    !aboutModels.test(hint) &&
    !(isSpecific && (text.role !== 'argument' || holdsValues(text))) &&
    !(
      isSpecific &&
      (clientAround(text, context, clients) ||
        asksService(text, context) ||
        isBuiltWith(text) ||
        isHandedOver(text, provider, context))
    )
  )
    return;
  if (text.name !== undefined && noUse.test(lastName(text.name))) return;
  // In the body of a request it is a model of the service that is asked.
  const request = clientAround(text, context, clients, ({ weight }) => weight === 3);
  context.drafts.push({
    kind: 'model',
    // `getAzureChatOpenAI('gpt-4o-mini')`
    provider: request?.provider ?? (provider === 'openai' && /azure/i.test(hint) ? 'azure-openai' : provider),
    span: text.span,
    token: text.value,
    model: text.value,
    weight: 1,
    isGuess: !request,
    ...(request && { carrier: request }),
  });
}

/** With its version, nothing else is called so: `eu.anthropic.claude-3-5-sonnet-20240620-v1:0`. */
const ofBedrock = /^(?:\w{2,6}\.)?(?:anthropic|amazon|meta|mistral|cohere|ai21|stability|deepseek)\.[\w.-]+-v\d+:\d+$/;

const asks =
  /^(?:ask|call|query|prompt|chat|invoke|(?:get|fetch|send|run|generate|create|make)\w*(?:respon|complet|answer|reply|chat))(?!\w*(?:cost|price|token|count|limit))/i;

/** `get_openai_response(vraag, "gpt-4o")`: a function of the project's own that asks the service it is named after. */
function asksService({ call, role }: StringFact, { vendors }: FileContext): boolean {
  const name = role === 'argument' && call ? lastName(call.callee) : '';
  return name.length < 100 && asks.test(name) && vendors.inObject(name.replace(/OpenA[iI]/g, 'Openai')) !== undefined;
}

/** `GeminiClient(sleutel, "gemini-2.5-pro")`: a class of the project's own that asks a model gets its name. */
function isBuiltWith({ call, role, name }: StringFact): boolean {
  if (role !== 'argument' || name !== undefined || !call) return false;
  return builtWithModel.test(lastName(call.callee));
}

const builtWithModel =
  /^(?=[A-Z])\w{0,60}(?:Client|Service|Agent|Assistant|Chat|Chatbot|Provider|Generator|(?:Chat|Completion|Prompt|Gpt|GPT|Ai|AI)Request)$/;

/** `keten(instelling || 'gemini-2.5-flash')`: a function of the project's own gets it, in a file that uses the vendor. */
function isHandedOver({ call, role }: StringFact, provider: string, { drafts }: FileContext): boolean {
  if (role !== 'argument' || !call || !ownFunction.test(call.callee) || onlyCounts.test(call.callee)) return false;
  return drafts.some((draft) => draft.provider === provider && (draft.kind === 'import' || draft.kind === 'client'));
}

const ownFunction = /^(?:this\.|self\.)?_?[a-z]\w*$/;
const onlyCounts =
  /cost|price|pricing|token|count|limit|label|option|encod|allow|support|translat|(?:^|\.)(?:t|_|get|has|set|add|push|append|from_pretrained|require|require_relative|load|import|source)$/i;

type ClientsByStart = ReadonlyMap<number, readonly Draft[]>;

function clientsByStart(drafts: readonly Draft[]): ClientsByStart {
  const found = new Map<number, Draft[]>();
  for (const draft of drafts)
    if (draft.kind === 'client') found.set(draft.span.start, grow(found.get(draft.span.start) ?? [], draft));
  return found;
}

/** The innermost client that has a text somewhere among its arguments. */
function clientAround(
  { call, span }: StringFact,
  { facts }: FileContext,
  clients: ClientsByStart,
  isWanted: (draft: Draft) => boolean = () => true,
): Draft | undefined {
  if (!call || clients.size === 0) return undefined;
  const isAround = (draft: Draft) => covers(draft, span) && isWanted(draft);
  const own = clients.get(call.span.start)?.find(isAround);
  if (own) return own;
  for (const around of enclosingCalls(facts, call)) {
    const found = clients.get(around.span.start)?.find(isAround);
    if (found) return found;
  }
  return undefined;
}

const displayed = /^(?:name|label|title|displayName|display_name)$/;
const collects =
  /(?:listOf|setOf|mapOf|SetOf|arrayOf|arrayListOf|mutableListOf|List\.of|Set\.of|asList|Set|Array|tuple|list|frozenset|Literal|z\.enum|oneOf|vec!|switch|(?:^|\.)c|\.default|useState|ref|signal|writable|encode|__construct|serde|strum|clap|EnumMember|selectInput|selectizeInput|pickerInput|radioButtons|selectbox|JsonStringEnumMemberName|Value)$/;

/** `setOf("…")`, an enumeration's `SNEL("…")`, an annotation, a default: given to hold, not to do something with. */
function holdsValues({ call, name = '' }: StringFact): boolean {
  if (!call) return false;
  const { callee, isAnnotation } = call;
  return isAnnotation === true || /^default/i.test(name) || /^[A-Z][A-Z\d_]+$/.test(callee) || collects.test(callee);
}

/** `val openaiModels = setOf("…")`, `Models = [new("…")]`: the name of the collection. */
function collectionName({ call }: StringFact): string {
  return call && (call.callee === '' || collects.test(call.callee)) ? (call.assignedTo ?? '') : '';
}

/** `default_model: Some(String::from("…"))`, `model = if fast { String::from("…") } else { … }`: what Rust makes of a text. */
function ownedName({ call, span }: StringFact, { facts }: FileContext): string {
  if (facts.language !== 'rust' || !call || !/^(?:String\.from|Some|Cow\.from)$/.test(call.callee)) return '';
  for (const around of enclosingCalls(facts, call)) {
    const field = around.args.find(({ name, value }) => name !== undefined && covers(value, span));
    if (field?.name !== undefined) return field.name;
    if (around.callee !== 'Some') break;
  }
  return bindingAround(facts, span)?.name ?? '';
}

const declares =
  /(?:^|\.)(?:values\.\w*Value|Field|field|Option|Argument|option|add_option|add_argument|\w*Var|\w*VarP|StringP?|StringVarP?)$/;

/**
 * What a default is the default of: `os.getenv("EMBEDDING_MODEL", "…")`, `flag.String("model", "…", …)`,
 * `model: str = Field("…")`.
 */
function defaultOf({ call, value }: StringFact): string {
  if (!call) return '';
  const [first, second] = call.args;
  if (first?.value.t === 'string' && first.value.value !== value && call.args.length === 2) return first.value.value;
  // `getattr(settings, "groq_model", "llama-3.3-70b-versatile")`
  if (call.callee === 'getattr' && second?.value.t === 'string' && second.value.value !== value)
    return second.value.value;
  if (!declares.test(call.callee)) return '';
  if (first?.value.t === 'string' && first.value.value === value) return call.assignedTo ?? '';
  const name = call.args.find((one) => one.value.t === 'string')?.value;
  return name?.t === 'string' ? name.value : '';
}

/** `env::var("MODEL").unwrap_or("…")`: the variable that it stands in for. */
function elseOf({ span }: StringFact, { facts }: FileContext): string {
  return facts.environment.find(({ fallback }) => fallback && covers(fallback, span))?.name ?? '';
}

const readsSettings =
  /(?:^|\.)(?:[gG]et(?:Value|Section|String|Required\w*|Property|env|EnvironmentVariable|Env)?|config|env|getenv|requireEnv|fetch|GetEnvironmentVariable|credentials|dig)$|(?:^|[._]|[a-z](?=E))[eE]nv_?(?:[oO]r|[vV]ar|[dD]efault|[sS]tr|[vV]alue|[rR]equired|[wW]ith|[fF]allback)\w*$/;

/** `Field(validation_alias="…")`, `values.Value(environ_name="…")`, `#[Autowire(env: '…')]` */
const namesVariable = /^(?:validation_alias|environ_name|env_?var|env)$/;
/** `#[Autowire('%env(OPENAI_API_KEY)%')]` */
const symfony = /^%env\((?:\w+:){0,5}(\w+)\)%$/;

function environment(text: StringFact, context: FileContext): void {
  const variable = symfony.exec(text.value)?.[1];
  const name = variable ?? text.value;
  const isKey =
    variable !== undefined ||
    text.role === 'index' ||
    (text.call !== undefined && readsSettings.test(text.call.callee) && !ofVisitor.test(text.call.callee)) ||
    (text.name !== undefined && namesVariable.test(text.name));
  // In a test a name that is not read is data, or set for a stand-in.
  if (context.isTest && (!isKey || text.role === 'index')) return;
  const certain = environmentName(name, context);
  const found = certain ?? (isKey ? context.vendors.inSetting(name) : undefined);
  if (!found || (text.role === 'index' && isLogged(text.span, context.facts))) return;
  context.drafts.push({
    kind: 'environment',
    provider: found,
    span: text.span,
    token: name,
    weight: 2,
    isNamed: certain === undefined,
  });
}

/** What a command of PowerShell is given: `-Name 'AZURE_OPENAI_ENDPOINT'`, `--settings "AZURE_OPENAI_KEY=$sleutel"`. */
function named({ value, span }: StringFact, context: FileContext): void {
  const [, name = ''] = /^([A-Z][A-Z\d_]{5,60})(?:=.|$)/.exec(value) ?? [];
  if (context.isTest || name === '') return;
  const provider = environmentName(name, context) ?? (name === value ? context.vendors.inSetting(name) : undefined);
  if (provider !== undefined)
    context.drafts.push({ kind: 'environment', provider, span, token: name, weight: 2, isNamed: true });
}
