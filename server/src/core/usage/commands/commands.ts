import type { Catalogue } from '../../catalog/catalogue.js';
import { bindingsOf } from '../../endpoint/bindings.js';
import { classify } from '../../endpoint/classify.js';
import { followReferences } from '../../endpoint/references.js';
import { resolve } from '../../endpoint/resolve.js';
import type { ResourceFact } from '../../syntax/fact.js';
import { repositoryIn } from '../../syntax/config/repositories.js';
import { wordValue } from '../../syntax/source/shellWords.js';
import { commandModels, installedPackages, type Add } from './commandLine.js';
import { deployments } from './deploymentCommands.js';
import { environmentName } from '../environment/environmentNames.js';
import type { FileContext } from '../fileContext.js';
import { isSharedPath } from '../requests/http.js';
import { reachOf, reachOfResolved } from '../reach.js';
import { isScriptsOwn } from './shellVariables.js';
import type { UsageKind } from '../usage.js';

/** A command of a script, a container or a CI step: what it starts, calls, installs and passes on. */
export function commandUsage({ name, span, image }: ResourceFact, context: FileContext): void {
  const { catalogue, facts } = context;
  const line = facts.language === 'powershell' ? name.replace(starts, plainCommand) : name;
  // `llm -m x` is the shortest that says something.
  if (line.length < 6) return;
  // What is only shown to a person is not passed on; `>&2`, of which the end is cut off, shows it too.
  if (
    /^\s*(?:echo|printf|Write-(?:Host|Output|Verbose|Information|Warning|Error)|(?:log|info|warn|error|success|die)(?:_\w+)?)\s/.test(
      line,
    ) &&
    !line.replace(/"[^"]*"|'[^']*'|\d?>(?:&\d|\s*$)/g, '').match(/>|(?<!\|)\|(?!\|)/)
  )
    return;
  const add: Add = (kind, provider, at, token, more) => {
    const start = span.start + at;
    context.drafts.push({ kind, provider, span: { start, end: start + token.length }, token, weight: 2, ...more });
  };
  const found = [...catalogue.commandsIn(line)].filter(({ at }) => startsCommand(line, at));
  for (const { provider, words, at, end } of found) {
    const kind = kindOf(words, facts.path, facts.language);
    // A model server that is started or asked here runs here.
    const isLocal = kind === 'client' && catalogue.provider(provider)?.kind === 'local';
    // Where clients are told to look for one is no matter: `ollama serve` starts it on this machine.
    const here = /\sserve$/.test(words) ? { ...context, configured: new Map([[provider, undefined]]) } : context;
    const endpoint = isLocal ? reachOf(provider, undefined, undefined, here).endpoint : undefined;
    add(kind, provider, at, line.slice(at, end), { weight: 3, ...(endpoint && { endpoint }) });
  }
  if (facts.language !== 'powershell') installedPackages(line, context, add);
  for (const { 0: all, 1: address = '', index } of line.matchAll(cloned)) {
    const kept = catalogue.resources.get(repositoryIn(address)?.toLowerCase() ?? '');
    if (kept !== undefined) add('container', kept, index + all.length - address.length, address);
  }
  if (found.length === 0 && !tells.test(line)) return;
  const started = /^\s*Write-/i.test(line) ? undefined : startedImages(line, context, add);
  const server = image === undefined ? started : imageProvider(filledImage(image, context), catalogue);
  commandModels(line, found, server, context, add);
  // `model=claude-opus-4-7`, in a step of CI
  const [, chosen = ''] =
    facts.language === 'shell' ? [] : (/^\s*(?:export\s+)?\w*model\w*=["']?([\w./:-]+)["']?\s*$/i.exec(line) ?? []);
  const maker = catalogue.modelProvider(chosen);
  if (maker !== undefined) add('model', maker, line.indexOf(chosen), chosen, { model: chosen, isGuess: true });
  // `setx MISTRAL_API_KEY %KEY%`
  const [set, kept = ''] = /^\s*setx\s+"?(\w+)/i.exec(line) ?? [];
  const owner = environmentName(kept, context);
  if (set !== undefined && owner !== undefined) add('environment', owner, set.length - kept.length, kept);
  // Its own requests are calls.
  if (facts.language === 'powershell' && !/(?<![\w.-])curl(?:\.exe)?\s/.test(line)) return;
  requests(line, span.start, context, add, image !== undefined);
  deployments(line, catalogue, add);
  if (line.includes('-D')) systemProperties(line, context, add);
  for (const match of line.matchAll(
    /(?:(?<!\\)\$[{(]?|%(?=\w+%)|secrets\.|vars\.|env\.|\bexport |--env[= ]|-e )([A-Za-z][A-Za-z0-9_]{4,})|\b([A-Z][A-Z0-9_]{4,})=/g,
  )) {
    const name = (match[1] ?? match[2]) as string;
    // A variable of the script's own.
    if (match[0].startsWith('$') && !/^[A-Z]/.test(name)) continue;
    const certain = environmentName(name, context);
    const provider = certain ?? context.vendors.inSetting(name) ?? context.vendors.inVariable(name);
    if (provider !== undefined && !isScriptsOwn(name, context))
      add('environment', provider, match.index, name, { isNamed: certain === undefined });
  }
}

const cloned = /\bgit\s+clone\s(?:\S+\s+){0,8}?["']?(https:\/\/github\.com\/[\w.-]+\/[\w.-]+)/g;

const properties = /(?:^|[\s"'])-D([A-Za-z][\w.-]{5,150})=["']?([^\s"']*)/g;

/** `java -Dspring.ai.openai.base-url=… -jar app.jar`: settings of Spring and Quarkus on the command line. */
function systemProperties(line: string, { catalogue }: FileContext, add: Add): void {
  for (const { 0: all, 1: key = '', 2: value = '', index } of line.matchAll(properties)) {
    const found = catalogue.settings.find(key.split('.'));
    if (!found || found.role === 'other' || found.role === 'region') continue;
    // An assistant's settings stand in a file of its own, under ordinary words.
    if (catalogue.provider(found.provider)?.kind === 'assistant') continue;
    const at = index + all.indexOf(key);
    const kind = found.role === 'key' ? 'environment' : found.role;
    const { provider, endpoint } =
      kind === 'endpoint'
        ? reachOfResolved(found.provider, { value, source: 'configuration', way: [] }, catalogue)
        : { provider: found.provider, endpoint: undefined };
    add(kind, provider, at, key, { ...(kind === 'model' && { model: value }), ...(endpoint && { endpoint }) });
  }
}

/** What `docker run` and its like start: the provider of the first image that is known. */
function startedImages(line: string, { catalogue }: FileContext, add: Add): string | undefined {
  if (!/\b(?:docker|podman|nerdctl|docker_args)\b/.test(line)) return undefined;
  let first: string | undefined;
  for (const match of line.matchAll(/(?<![\w./]|[^:]-)[\w.][\w./-]*\/[\w.-]+(?::[\w.-]+)?/g)) {
    const provider = catalogue.images.get(imageName(match[0]));
    if (provider === undefined) continue;
    add('container', provider, match.index, match[0]);
    first ??= provider;
  }
  return first;
}

/** Without any of these a command names no model, address, package, variable or image. */
const tells = /[$=]|%\w|:\/\/|-[me]\s|--|(?:secrets|vars|env)\.|export |docker|podman|nerdctl|setx/;

const MANY = 50;
const sends = /(?<![\w./$-])(?:curl(?:\.exe)?|wget|https?|xh|Invoke-\w+)\s/g;

/** What is fetched to be kept or installed asks no model. */
const isDownload = /\/install$|\.(?:sh|ps1|gz|tgz|zip|deb|rpm|gguf)$/;

/** An address, or one that begins with a variable: `$BASE/v1`, in a batch file `%BASE%/v1`. */
const anAddress = /(?:https?:\/\/|\$\{?([A-Za-z_]\w*)|%([A-Za-z_]\w*)%)[^\s"'\\]{0,500}/g;

/** `curl "$BASE/messages" -d '{"model": "…"}'`: where a request goes, and the model that it asks for. */
function requests(line: string, start: number, context: FileContext, add: Add, isOfImage: boolean): void {
  const senders = Array.from(line.matchAll(sends), ({ index }) => index);
  // `command: ["http://ollama:11434/api/pull", …]`: the image is what sends it.
  if (isOfImage && /^https?:/.test(line)) senders.push(0);
  if (senders.length === 0) return;
  const { catalogue, facts, resolving } = context;
  let asked: string | undefined;
  let isFetched = false;
  let looks = 0;
  for (const { 0: word, 1: plain, 2: name = plain, index } of line.matchAll(anAddress)) {
    // A variable that is set over and over says nothing, and following it would take a square of the length.
    if (++looks > MANY || isDownload.test(word) || (name !== undefined && bindingsOf(facts, name).length > MANY))
      continue;
    const isLiteral = name === undefined;
    const resolved =
      isLiteral && !word.includes('$')
        ? ({ value: word, source: 'literal', way: [] } as const)
        : resolve(wordValue(word.replace(/^%(\w+)%/, '${$1}'), start + index), facts, resolving);
    if (resolved.value === undefined) continue;
    // What installs a program is fetched, and asks nothing.
    if (/\/install(?:\.(?:sh|ps1))?$/.test(resolved.value)) continue;
    const found = classify(resolved.value, catalogue)?.provider;
    if (found === undefined && !isSharedPath(resolved.value, context.facts)) continue;
    const { provider, endpoint } = reachOfResolved(found ?? 'openai-compatible', resolved, catalogue);
    const kind = isPipeline.test(facts.path) ? 'workflow' : 'client';
    // The request begins where its command does, on a line above perhaps.
    const from = senders.findLast((at) => at < index) ?? index;
    const at = line.slice(from, index).includes('\n') ? from : index;
    const span = { start: start + at, end: start + index + word.length };
    add(kind, provider, index, word, { act: 'call', weight: 3, span, ...(endpoint && { endpoint }) });
    if (isLiteral) add('endpoint', provider, index, word, endpoint && { endpoint });
    asked ??= provider;
    isFetched ||= /\/api\/(?:pull|create|delete|show)$/.test(resolved.value);
  }
  if (asked === undefined) return;
  const body = isFetched ? /\\?"(?:model|name)\\?"\s*:\s*\\?"([\w./:-]+)/g : /\\?"model\\?"\s*:\s*\\?"([\w./:-]+)/g;
  for (const { 0: all, 1: model = '', index } of line.matchAll(body))
    add('model', asked, index + all.length - model.length, model, { model });
}

const starts =
  /\bStart-Process\s+(?:-FilePath\s+)?["']?([\w.-]+?)(?:\.exe)?["']?\s+(?:-ArgumentList\s+)?["']([^"']+)["']/i;

/** `Start-Process "ollama" -ArgumentList "serve"` is `ollama serve`; as long, so that places stay. */
function plainCommand(all: string, program: string, given: string): string {
  return `${program} ${given}`.padStart(all.length);
}

/** So far back a command is looked at for what makes it one. */
const NEAR = 80;

/** The first word, or behind what starts another command: a separator, `sudo`, `then`, an assignment. */
function startsCommand(line: string, at: number): boolean {
  const before = line
    .slice(Math.max(0, at - NEAR), at)
    // Where the program stands: `/usr/bin/ollama`.
    .replace(/(?<![^\s"'`(;&|])\.{0,2}\/(?:[\w.-]+\/){0,9}$/, '')
    .replace(/[\\\s]+$/, '');
  return (
    (before === '' && at <= NEAR) ||
    (runsImage.test(line) && endsInImage.test(before)) ||
    /(?:[;&|(!]|\b(?:docker(?:[ -]compose)? exec|timeout) (?:-\w+ )*\S+|\b(?:exec|mise x) (?:\S+ ){0,9}--|\b(?:sudo|exec|npx|uvx|nohup|time|do|then|run|if|elif|while|until|else)|(?:^|\s)(?:-c|[A-Z_]\w*=\S*)|\balias [\w.-]+=|^\$?\w+\s*=)\s*['"]?$/.test(
      before,
    )
  );
}

const runsImage = /^\s*(?:sudo\s+)?(?:docker|podman|nerdctl)\s+run\s/;
const endsInImage = /[\s"'][\w.-]+\/[\w./-]+(?::[\w.-]+)?["']?$/;

const isPipeline = /(?:^|\/)\.github\/workflows\/|\.gitlab-ci|azure-pipelines|bitbucket-pipelines|(?:^|\/)\.circleci\//;

function kindOf(words: string, path: string, language: string): UsageKind {
  if (isPipeline.test(path)) return 'workflow';
  if (/(?:deployment|account create|ServicesAccount)$/i.test(words)) return 'infrastructure';
  return language === 'dockerfile' || language === 'yaml' ? 'container' : 'client';
}

/** `{{ .Values.ollama.image.repository }}:{{ … }}`, `var.image`: the image that the project's values make of it. */
export function filledImage(image: string, { facts, resolving }: FileContext): string {
  if (!/\.Values\.|^(?:var|local)\./.test(image)) return image;
  const { value = '' } = followReferences(image, facts.path, resolving, 0, [], '');
  return value.replace(/^\0+\/|:\0*$/g, '');
}

export function imageProvider(image: string, { images, ownImages }: Catalogue): string | undefined {
  const name = imageName(image);
  const known = images.get(name) ?? images.get(name.replace(/^[^/]+\.[^/]+\//, ''));
  const last = name.slice(name.lastIndexOf('/') + 1);
  // Built on an engine, and called after it: `ray2.24.0-py310-vllm-gpu`.
  const [, engine] =
    /^(?!.*(?:exporter|bench|test|monitor)).*(?<![a-z])(vllm|sglang|llama[-_.]cpp)(?![a-z])/.exec(last) ?? [];
  return (
    known ??
    (/^[^/]+\.[^/]+\//.test(name) ? ownImages.get(last) : undefined) ??
    engine?.replace(/^llama.cpp$/, 'llama-cpp')
  );
}

function imageName(image: string): string {
  return image
    .replace(/^\$\{\w+:?-([^{}]+)\}$/, '$1')
    .replace(/@sha256:.*$/, '')
    .replace(/:\$\{[^}]*\}$/, '')
    .replace(/:[^/:]*$/, '')
    .toLowerCase();
}
