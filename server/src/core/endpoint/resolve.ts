import { toWords } from '../names.js';
import { rangeOf, type Span } from '../place.js';
import type { Argument, BindingFact, CallFact, Expr, FileFacts } from '../syntax/fact.js';
import { HOLE } from '../syntax/source/marks.js';
import { annotationValue } from './annotationValue.js';
import { bindingsOf, isOneBody, nearestBinding, ownName } from './bindings.js';
import type { EndpointSource, EndpointStep } from './endpoint.js';
import { isLocal, splitUrl } from './classify.js';
import { builtField, builtValue, optionDefault } from './heldValues.js';
import { joinedParts } from './joinedTexts.js';
import { followReferences, fromConfiguration, fromOptions } from './references.js';
import { handedOver } from './handedOver.js';
import { MAX_STEPS, type ResolveContext, type Resolved } from './resolved.js';
import { fromClass } from './optionClasses.js';
import { keyInSection } from './settingSection.js';
import { passes, readsSetting, stringMethods } from './callNames.js';

/** Before the first character, where another file looks from. */
const OUTSIDE = -1;

const nothing: Resolved = { source: 'unknown', way: [] };

/** The text that an expression has at run time, as far as the repository tells. */
export function resolve(expr: Expr, facts: FileFacts, context: ResolveContext, steps = 0): Resolved {
  if (steps > MAX_STEPS) return nothing;
  const next = (inner: Expr, from = facts) => resolve(inner, from, context, steps + 1);
  switch (expr.t) {
    case 'string':
      return { value: expr.value, source: 'literal', way: [] };
    case 'template':
      return resolveTemplate(expr.parts, next);
    case 'environment':
      return resolveVariable(expr.name, expr.fallback, facts, context, steps, next);
    case 'either':
      return firstKnown(expr.options.map((option) => next(option)));
    case 'name':
      return isNone(expr) ? nothing : resolveName(expr.path, expr.span, facts, context, steps);
    case 'call':
      return resolveCall(expr, facts, context, steps, next);
    case 'list':
    case 'object':
    case 'other':
      return nothing;
  }
}

function firstKnown(results: readonly Resolved[]): Resolved {
  // A known value decides; without one, the variable that would.
  const first = results.find(({ value }) => value !== undefined && value !== '');
  // `local ? "http://localhost:11434" : "https://…"`: of two addresses that are written there, the one elsewhere counts.
  const elsewhere = first && isWritten(first, true) ? results.find((each) => isWritten(each, false)) : undefined;
  const known = elsewhere ?? first;
  const variable = results.find((result) => result.variable !== undefined);
  if (!known) return variable ?? nothing;
  return variable && variable !== known && known.variable === undefined && variable.variable !== undefined
    ? { ...known, variable: variable.variable, way: [...variable.way, ...known.way] }
    : known;
}

/** An address that stands in the code itself, of this machine or of another. */
function isWritten({ value, source }: Resolved, onMachine: boolean): boolean {
  const url = source === 'literal' || source === 'constant' ? splitUrl(value ?? '') : undefined;
  return url !== undefined && url.host !== '' && isLocal(url.host) === onMachine;
}

function resolveTemplate(parts: readonly Expr[], next: (expr: Expr) => Resolved): Resolved {
  let value = '';
  let source: EndpointSource = 'literal';
  const way: EndpointStep[] = [];
  let variable: string | undefined;
  let before = '';
  for (const part of parts) {
    const resolved = next(part);
    // `"${address}models"` is for an address that ends in a slash; this one does not.
    if (/^https?:\/\/[^/]*\w$/.test(before) && part.t === 'string' && /^\w/.test(part.value)) return nothing;
    before = part.t === 'string' ? '' : (resolved.value ?? '');
    value += resolved.value ?? HOLE;
    if (resolved.source !== 'literal') source = resolved.value === undefined ? source : resolved.source;
    // What only fills in a word of the address is no step to it.
    if (part === parts[0] || /^\/|^[a-z]+:\/\//.test(resolved.value ?? '')) way.push(...resolved.way);
    variable ??= resolved.variable;
  }
  if (value.replaceAll(HOLE, '') === '') return { source: 'unknown', way, ...(variable !== undefined && { variable }) };
  return { value, source, way, ...(variable !== undefined && { variable }) };
}

function resolveVariable(
  name: string,
  fallback: Expr | undefined,
  facts: FileFacts,
  context: ResolveContext,
  steps: number,
  next: (expr: Expr) => Resolved,
): Resolved {
  const configured = fromConfiguration(name, facts.path, context, steps);
  if (configured?.value !== undefined) return configured;
  fallback ??= defaultOf(name, facts);
  if (fallback) {
    const other = next(fallback);
    if (other.value !== undefined && other.value !== '') {
      const step = {
        path: facts.path,
        range: rangeOf(facts.lineStarts, fallback.span),
        name,
        kind: 'fallback',
      } as const;
      return { ...other, variable: name, way: [step, ...other.way] };
    }
  }
  return { source: 'unknown', variable: configured?.variable ?? name, way: configured?.way ?? [] };
}

/** `viper.SetDefault("LLM_URL", "https://…")`, before `viper.GetString("LLM_URL")`. */
function defaultOf(name: string, { language, environment }: FileFacts): Expr | undefined {
  return language === 'go' ? environment.find((each) => each.name === name && each.fallback)?.fallback : undefined;
}

/** `uri.path` of Ruby: a part of the address that a request goes to. */
const ofAddress = /\.(?:path|request_uri|host|hostname)$/;

function resolveName(path: string, span: Span, facts: FileFacts, context: ResolveContext, steps: number): Resolved {
  if (facts.language === 'ruby' && steps < MAX_STEPS && ofAddress.test(path)) {
    const whole = resolveName(path.replace(ofAddress, ''), span, facts, context, steps + 1);
    if (whole.value !== undefined && /^https?:\/\//.test(whole.value)) return whole;
  }
  // A field of Rust is never named by itself: a variable `url` is no `self.url`.
  const isField = facts.language === 'rust' && path.startsWith('self.');
  const local = isField ? undefined : nearestBinding(facts, path, span.start);
  if (local?.value && !isNone(local.value))
    return firstKnown(
      [local, ...bindingsElse(path, local, facts)].flatMap((binding) =>
        binding.value ? [behind(binding, binding.value, facts, context, steps)] : [],
      ),
    );
  // `self.url = None` elsewhere in the class: what it gets when it gets something.
  const isEmptied = local?.value !== undefined && ownName(local.name) !== local.name;
  const filled = isEmptied
    ? bindingsOf(facts, path)
        .filter(({ value }) => value && !isNone(value))
        .slice(0, FEW)
    : [];
  const full = firstKnown(
    filled.flatMap((each) => (each.value ? [behind(each, each.value, facts, context, steps)] : [])),
  );
  if (full.value !== undefined) return full;
  const handed = local && handedOver(path, local, facts, (given) => resolve(given, facts, context, steps + 1));
  if (handed) return handed;
  // What a caller hands over is no constant of another file.
  const imported = local?.isParameter === true ? undefined : context.imported?.(facts, path);
  if (imported) {
    const binding = nearestBinding(imported.facts, imported.name, OUTSIDE);
    if (binding?.value) return behind(binding, binding.value, imported.facts, context, steps);
  }
  const given = builtField(path, facts) ?? optionDefault(path, facts);
  const held = given && resolve(given, facts, context, steps + 1);
  if (held && (held.value !== undefined || facts.language !== 'go')) return held;
  const inside = memberOf(path, span, facts, context, steps);
  if (inside) return inside;
  const fixed = /^[A-Z]\w*\./.test(path) && facts.declared?.has(path.split('.', 1)[0] as string);
  const [only, more] = fixed ? bindingsOf(facts, path.slice(path.lastIndexOf('.') + 1)) : [];
  // `Adressen.gesprek`: of a type of this file, when just one has it.
  if (only?.value && !more) return behind(only, only.value, facts, context, steps);
  const last = path.slice(path.lastIndexOf('.') + 1);
  // `config["llm"]["base_url"]`, `cfg.llm.base_url`: a key path of a configuration file.
  const keys = ownName(path).split('.').slice(1);
  const set = keys.length > 1 ? context.configuration.key(keys.join('.'), facts.path) : undefined;
  if (set) return followReferences(set.value, set.path, context, steps + 1, [set.step], last);
  // `config["AzureOpenAI:Endpoint"]`
  if (last.includes(':')) {
    const found = context.configuration.key(last, facts.path);
    return found
      ? followReferences(found.value, found.path, context, steps + 1, [found.step], last)
      : { source: 'unknown', way: [], variable: last };
  }
  const annotated = local && annotationValue(facts, local);
  if (annotated !== undefined) return followReferences(annotated, facts.path, context, steps + 1, [], annotated);
  const ofClass = fromClass(path, span.start, facts, context, steps, resolve);
  if (ofClass) return ofClass;
  // A field of a settings object: the environment sets it before its default does.
  if (path.includes('.') && (!isPlain.test(last) || ofSettings.test(path))) {
    const configured = fromConfiguration(toWords(last), facts.path, context, steps);
    if (configured?.value !== undefined) return configured;
    const option = fromOptions(path, facts, context, steps);
    if (option) return option;
    const field = context.field?.(last);
    if (field?.binding.value && field.binding.value.span !== span) {
      return behind(field.binding, field.binding.value, field.facts, context, steps);
    }
    if (/^[A-Z][A-Z0-9_]+$/.test(last)) return { source: 'unknown', way: [], variable: last };
  }
  const root = ownName(path).split('.', 1)[0] as string;
  const isParameter = bindingsOf(facts, root).some((binding) => binding.isParameter);
  if (!isParameter) return { source: 'unknown', way: [], variable: last };
  const file = facts.path.slice(facts.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return { source: 'unknown', way: [], variable: `${file}.${last}`, isParameter };
}

/** Names that any object may have, `testCase.model`: they are of the project's settings where the object is called so. */
const isPlain = /^(?:model|url|uri|endpoint|host|key|name|address)$/;
const ofSettings =
  /(?:settings?|conf(?:ig(?:uration)?)?|cfg|opt(?:ion)?s|env|secrets?|constants?|defaults?|propert(?:ies|y)|props|instellingen)[._]/i;

/** A name with more values than this is none that an address is kept under. */
const MANY = 50;
/** Each may lead to as many again. */
const FEW = 2;

/** Bindings that hold as long as nobody gives another value than the one that `local` takes. */
function* bindingsElse(path: string, local: BindingFact, facts: FileFacts): Generator<BindingFact> {
  const others = bindingsOf(facts, path);
  // A field that a setter fills (`this.url = url`) has the value of its declaration until then.
  if (local.value?.t === 'name' && ownName(local.name) !== local.name) {
    const declared = others.find(({ name, value }) => name === ownName(name) && value);
    if (declared) yield declared;
  }
  if (local.value?.t === 'string' || local.value?.t === 'template' || others.length > MANY) return;
  // `url = standard`, and behind an `if` in the same function `url = given`.
  const before = others[others.indexOf(local) - 1];
  if (before?.value && before.value.t !== 'call' && before.isParameter !== true && isOneBody(facts, before, local))
    yield before;
}

/** `addresses.vlam.url` in an object literal, `settings.base_url` in the class that the object is made of. */
function memberOf(
  path: string,
  span: Span,
  facts: FileFacts,
  context: ResolveContext,
  steps: number,
): Resolved | undefined {
  const [root, ...rest] = ownName(path).split('.') as [string, ...string[]];
  if (rest.length === 0) return undefined;
  const imported = context.imported?.(facts, root);
  const home = imported?.facts ?? facts;
  const binding = nearestBinding(home, imported?.name ?? root, imported ? OUTSIDE : span.start);
  const value = binding?.value;
  if (binding && value?.t === 'object') {
    const entry = entryOf(value.entries, rest);
    return entry && behind({ ...binding, name: path, nameSpan: entry.span }, entry.value, home, context, steps);
  }
  // `cfg.OpenAI.BaseURL` of Go, whose settings are built as one value.
  if (rest.length > 1 && home.language !== 'go') return undefined;
  const field = rest.at(-1) as string;
  // `self.config = config or OllamaConfig()`
  const made = value?.t === 'either' ? value.options.find(({ t }) => t === 'call') : value;
  if (made?.t === 'call')
    return settingsMember(field, context.importedFile?.(home, made.call.callee) ?? home, context, steps);
  // `def __init__(self, config: OllamaConfig)`: the class that is handed over, when its file has just one such field.
  const given = value?.t === 'name' ? nearestBinding(home, value.path, value.span.start) : binding;
  const type = given?.value ? undefined : given?.type;
  const own = type !== undefined && home.declared?.has(type) ? home : undefined;
  const handed = type === undefined ? undefined : (context.importedFile?.(home, type) ?? own);
  if (handed?.language === 'go') return builtValue(field, handed) && settingsMember(field, handed, context, steps);
  const [only, ...more] = handed?.bindings.filter((each) => each.name === field && each.isParameter !== true) ?? [];
  return handed && only?.value?.t === 'string' && more.length === 0
    ? settingsMember(field, handed, context, steps)
    : undefined;
}

function entryOf(entries: readonly Argument[], path: readonly string[]): Argument | undefined {
  const [first, ...rest] = path;
  const entry = entries.find(({ name }) => name === first);
  if (!entry || rest.length === 0) return entry;
  return entry.value.t === 'object' ? entryOf(entry.value.entries, rest) : undefined;
}

/** A field of a settings class: the environment, perhaps under the class's prefix, sets it before its default does. */
function settingsMember(name: string, facts: FileFacts, context: ResolveContext, steps: number): Resolved | undefined {
  const field = facts.bindings.find((binding) => binding.name === name && binding.isParameter !== true);
  if (!field) return undefined;
  const prefix = facts.calls
    .flatMap((call) => call.args)
    .find((argument) => argument.name === 'env_prefix' && argument.value.t === 'string')?.value;
  const variable = toWords(`${prefix?.t === 'string' ? prefix.value : ''}${name}`);
  const step: EndpointStep = {
    path: facts.path,
    range: rangeOf(facts.lineStarts, field.nameSpan),
    name,
    kind: 'constant',
  };
  const configured = fromConfiguration(variable, facts.path, context, steps);
  if (configured?.value !== undefined) return { ...configured, way: [step, ...configured.way] };
  const given = facts.language === 'go' ? builtValue(name, facts) : undefined;
  if (given) return behind(field, given, facts, context, steps);
  if (field.value && !isNone(field.value)) return behind(field, field.value, facts, context, steps);
  return { source: 'unknown', way: [step], variable };
}

/** `base_url=None`: that nothing is given is no address, and no name of one. */
function isNone(value: Expr): boolean {
  return value.t === 'name' && /^(?:None|null|nil|undefined|NULL|[sS]tring\.Empty)$/.test(value.path);
}

/** What this binding holds, with the binding as a step of the way. */
export function behind(
  binding: BindingFact,
  value: Expr,
  facts: FileFacts,
  context: ResolveContext,
  steps = 0,
): Resolved {
  const result = resolve(value, facts, context, steps + 1);
  const step: EndpointStep = {
    path: facts.path,
    range: rangeOf(facts.lineStarts, binding.nameSpan),
    name: binding.name,
    kind: 'constant',
  };
  return { ...result, source: result.source === 'literal' ? 'constant' : result.source, way: [step, ...result.way] };
}

function resolveCall(
  expr: Extract<Expr, { t: 'call' }>,
  facts: FileFacts,
  context: ResolveContext,
  steps: number,
  next: (expr: Expr) => Resolved,
): Resolved {
  const { call } = expr;
  const last = call.callee.slice(call.callee.lastIndexOf('.') + 1);
  const first = call.args[0]?.value;
  const joined = joinedParts(call);
  const told = joined && resolveTemplate(joined, next);
  // `new Uri(settings.Host, "/v1")` of which the host is not known: what else is known of it counts.
  if (told && !(last === 'Uri' && told.value?.startsWith(HOLE) === true)) return told;
  const receiver = call.callee.slice(0, Math.max(0, call.callee.length - last.length - 1));
  // `endpoint.rstrip('/')`: what is taken off is no part of the address.
  const isTrimmed = first?.t === 'string' && receiver !== '' && /^(?:[lr]?strip|[Tt]rim(?:End)?)$/.test(last);
  if (first && !isTrimmed && passes.has(last)) {
    const inner = next(first);
    if (inner.value !== undefined || inner.variable !== undefined) return inner;
  }
  if (first?.t === 'string' && readsSetting.has(last)) {
    const fallback = call.args.find(
      (arg, index) => index > 0 && (arg.name === undefined || arg.name === 'default'),
    )?.value;
    const key = keyInSection(first.value, call, facts);
    const found = context.configuration.variable(key, facts.path) ?? context.configuration.key(key, facts.path);
    if (found) return followReferences(found.value, found.path, context, steps + 1, [found.step], key);
    const set = facts.language === 'php' ? laravelSetting(key, facts, context, steps) : undefined;
    if (set) return set;
    const other = fallback && next(fallback);
    return other?.value !== undefined ? { ...other, variable: key } : { source: 'unknown', way: [], variable: key };
  }
  // `OpenAIHost(baseUrl = "https://…")`: an address among the arguments of what is built.
  for (const { value } of call.args) {
    if (value.t === 'object' || value.t === 'list' || value.t === 'other') continue;
    const inner = next(value);
    if (inner.value !== undefined && /^https?:\/\//i.test(inner.value)) return inner;
  }
  // `props.gateway().address()`, `openAiProperties.getCompletionsEndpoint()`
  const property = first || receiver === '' ? undefined : `${receiver}.${last.replace(/^get(?=[A-Z])/, '')}`;
  const filled =
    property === undefined ? undefined : fromClass(property, call.span.start, facts, context, steps, resolve);
  if (filled) return filled;
  // `url.rstrip("/")`, `builder.uri(x).build()`: what it is called on.
  if (call.receiver && !first) return next({ t: 'call', call: call.receiver, span: call.receiver.span });
  if (isTrimmed && call.receiver) return next({ t: 'call', call: call.receiver, span: call.receiver.span });
  if (receiver !== '' && stringMethods.has(last)) return resolveName(receiver, call.span, facts, context, steps + 1);
  // Ruby's constant of another class looks like a call: `Settings.url`.
  if (facts.language === 'ruby' && !first && receiver !== '')
    return resolveName(call.callee, call.span, facts, context, steps + 1);
  const given = givenBack(call, facts, context, steps);
  if (given?.value !== undefined) return given;
  const option = property === undefined ? undefined : fromOptions(property, facts, context, steps);
  if (option) return option;
  // What else a function works out is not followed; its name is what a person can record.
  return /^[\w.]+$/.test(call.callee) && !call.isNew && !passes.has(last)
    ? { source: 'unknown', way: [], variable: `${call.callee}()` }
    : nothing;
}

/** `config('services.llm.url')`: what the file of that name gives back, under the words behind it. */
function laravelSetting(key: string, facts: FileFacts, context: ResolveContext, steps: number): Resolved | undefined {
  const [file = '', ...path] = key.split('.');
  const home = path.length === 0 ? undefined : context.settingsFile?.(facts, file);
  const [given] = home ? bindingsOf(home, 'return') : [];
  const entry = given?.value?.t === 'object' ? entryOf(given.value.entries, path) : undefined;
  return home && given && entry
    ? behind({ ...given, name: key, nameSpan: entry.span }, entry.value, home, context, steps)
    : undefined;
}

/** What a function of the project gives, here or where it is imported from, as long as it gives but one: `adres()`. */
function givenBack({ callee, isNew }: CallFact, facts: FileFacts, context: ResolveContext, steps: number) {
  if (isNew) return undefined;
  const name = ownName(callee);
  const imported = context.imported?.(facts, name, 'call');
  const home = imported?.facts ?? facts;
  const [only, more] = bindingsOf(home, `${imported?.name ?? name}()`);
  return only?.value && !more ? behind(only, only.value, home, context, steps) : undefined;
}
