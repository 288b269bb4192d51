import { bindingsOf, nearestBinding, ownName } from './bindings.js';
import type { CallFact, Expr, FileFacts } from '../syntax/fact.js';
import { followReferences } from './references.js';
import type { ResolveContext, Resolved } from './resolved.js';

/** A class that a framework fills in from a section of the configuration, where a file of C# says so. */
export interface FilledClass {
  readonly type: string;
  readonly section: Expr;
}

const ofJvm = /(?:^|\.)(?:ConfigurationProperties|ConfigMapping)$/;

/** What stands between an object and its properties: `IOptions<T>.Value`, `Optional<T>.get()`. */
const hands = new Set(['Value', 'CurrentValue', 'get', 'getObject']);

/** So many names lead from a field to the parameter that it is filled from. */
const MAX_NAMES = 3;

type Resolve = (expr: Expr, facts: FileFacts, context: ResolveContext, steps: number) => Resolved;

/**
 * A property of such a class, by the class that the object is declared as: `options.Value.Address` is `Gateway:Address`
 * where the file says `IOptions<GatewayOptions>` and the project `Configure<GatewayOptions>(config.GetSection("Gateway"))`;
 * `props.address()` is `gateway.address` where the class says `@ConfigurationProperties("gateway")`.
 */
export function fromClass(
  path: string,
  offset: number,
  facts: FileFacts,
  context: ResolveContext,
  steps: number,
  resolve: Resolve,
): Resolved | undefined {
  const isOfNet = facts.language === 'csharp';
  if (!isOfNet && facts.language !== 'java' && facts.language !== 'kotlin') return undefined;
  const [root = '', ...rest] = ownName(path).split('.');
  // `props.getGateway().getAddress()`
  const properties = rest.filter((each) => !hands.has(each)).map((each) => each.replace(/^get(?=[A-Z])/, ''));
  const [property] = properties;
  const type = property === undefined ? undefined : typeOf(root, offset, facts);
  if (property === undefined || type === undefined || !/^[A-Z]\w*$/.test(type)) return undefined;
  const textOf = (expr: Expr, home: FileFacts) => resolve(expr, home, context, steps + 1).value;
  const sections = isOfNet
    ? [
        registered(type, context, textOf) ?? namedIn(type, property, facts, context),
        type.replace(/(?!^)[A-Z][a-z]+$/, ''),
      ]
    : [annotated(type, property, facts, context)];
  for (const section of sections) {
    const key = [section, ...properties].join('.');
    const found = section === undefined ? undefined : context.configuration.key(key, facts.path);
    if (found) return followReferences(found.value, found.path, context, steps + 1, [found.step], key);
  }
  return undefined;
}

/** What type a name is declared with, or the name that it is filled from: `this.props = props`. */
function typeOf(name: string, offset: number, facts: FileFacts): string | undefined {
  for (let names = 0; names < MAX_NAMES; names++) {
    const typed = bindingsOf(facts, name).filter(({ type }) => type !== undefined);
    const declared = typed.findLast(({ nameSpan }) => nameSpan.start < offset) ?? typed[0];
    if (declared) return declared.type;
    const binding = nearestBinding(facts, name, offset);
    if (binding?.value?.t !== 'name') return undefined;
    [name = ''] = ownName(binding.value.path).split('.');
    offset = binding.value.span.start;
  }
  return undefined;
}

/** Of Spring, Micronaut and Quarkus. */
function annotated(type: string, property: string, facts: FileFacts, context: ResolveContext): string | undefined {
  // A class of the same package is found by what is asked of it.
  const elsewhere = () => context.importedFile?.(facts, type) ?? context.importedFile?.(facts, `${type}.${property}`);
  const home = facts.declared?.has(type) === true ? facts : elsewhere();
  const [only, more] = home?.calls.filter((call) => call.isAnnotation === true && ofJvm.test(call.callee)) ?? [];
  const prefix = more ? undefined : (only?.args.find(({ name }) => name === 'prefix') ?? only?.args[0])?.value;
  return prefix?.t === 'string' ? prefix.value : undefined;
}

function registered(
  type: string,
  context: ResolveContext,
  textOf: (expr: Expr, facts: FileFacts) => string | undefined,
): string | undefined {
  const found = context.filledClass?.(type);
  if (!found) return undefined;
  const { section, facts } = found;
  // `nameof(GatewayOptions)`
  const named = section.t === 'call' && section.call.callee === 'nameof' ? section.call.args[0]?.value : undefined;
  const text = named?.t === 'name' ? named.path.slice(named.path.lastIndexOf('.') + 1) : textOf(section, facts);
  return text?.replaceAll(':', '.');
}

/** `public const string SectionName = "Gateway";`: of many classes the file itself says it. */
function namedIn(type: string, property: string, facts: FileFacts, context: ResolveContext): string | undefined {
  const home = context.importedFile?.(facts, `${type}.${property}`);
  const named = home?.bindings.find(({ name, value }) => value?.t === 'string' && saysSection.test(name))?.value;
  return named?.t === 'string' ? named.value.replaceAll(':', '.') : undefined;
}

const saysSection = /^(?:\w*Section\w*|Sectie\w*|Position|ConfigKey|Key)$/;

/** The classes that a file of C# has filled in, each with the name of its section. */
export function* filledClasses({ language, calls }: FileFacts): Generator<FilledClass> {
  if (language !== 'csharp') return;
  for (const call of calls) {
    const { typeArgument, callee, receiver, args, next } = call;
    if (typeArgument === undefined) continue;
    const last = callee.slice(callee.lastIndexOf('.') + 1);
    const section =
      last === 'Configure'
        ? sectionIn(args[0]?.value)
        : last === 'AddOptions'
          ? ofOptions(next)
          : last === 'Get' && receiver
            ? nameOfSection(receiver)
            : undefined;
    if (section) yield { type: typeArgument, section };
  }
}

/** `.Bind(configuration.GetSection("Gateway"))`, `.BindConfiguration("Gateway")` */
function ofOptions(next: CallFact | undefined): Expr | undefined {
  if (next?.callee.endsWith('.BindConfiguration') === true) return next.args[0]?.value;
  return next?.callee.endsWith('.Bind') === true ? sectionIn(next.args[0]?.value) : undefined;
}

function sectionIn(value: Expr | undefined): Expr | undefined {
  return value?.t === 'call' ? nameOfSection(value.call) : undefined;
}

function nameOfSection({ callee, args }: CallFact): Expr | undefined {
  return /\.Get(?:Required)?Section$/.test(callee) ? args[0]?.value : undefined;
}
