import { allProviders, providerById } from '../../checks/rules.js';
import type { CompiledProvider, ProviderSymbol } from '../../catalog/schema.js';
import { compare, lineStartsOf, positionAt, rangeOf } from '../../place.js';
import type { CallFact, FileFacts, LanguageId } from '../../syntax/fact.js';
import type { Usage } from '../../usage/usage.js';
import type { FileEdit, FixContext } from '../fix.js';
import { inIdiom } from './idioms.js';
import { inVercel } from './javascriptIdioms.js';
import { insertion } from './insertion.js';
import type { Insertion } from './insertion.js';

/** A client that goes where its SDK goes by default gets an address; undefined where the SDK has no such argument. */
export function argumentEdit(usage: Usage, address: string, context: FixContext): FileEdit[] | undefined {
  const facts = context.project.facts(usage.path);
  const text = context.text(usage.path);
  if (facts === undefined || text === undefined || usage.act !== 'construct') return undefined;
  const call = facts.calls.find(
    ({ span }) => compare(positionAt(facts.lineStarts, span.start), usage.range.start) === 0,
  );
  // The facts are of this text only as long as the call ends where it ended.
  if (call === undefined || text[call.span.end - 1] !== ')') return undefined;
  const written = writtenIn(facts.language, { call, usage, facts, text, address, context });
  const lineStarts = lineStartsOf(text);
  return written?.map((one) => ({ path: usage.path, range: rangeOf(lineStarts, one.span), newText: one.text }));
}

/** What the ways of writing an address look at. */
export interface Construction {
  readonly call: CallFact;
  readonly usage: Usage;
  readonly facts: FileFacts;
  readonly text: string;
  readonly address: string;
  readonly context: FixContext;
}

function writtenIn(language: LanguageId, construction: Construction): readonly Insertion[] | undefined {
  if (language === 'python') {
    const name = argumentName(construction, 'python', (one) => !/[A-Z]/.test(one));
    return name === undefined ? undefined : asKeyword(construction, name);
  }
  if (language === 'javascript' || language === 'typescript') {
    const name = argumentName(construction, 'javascript', (one) => !one.includes('_'));
    return (name === undefined ? undefined : asOption(construction, name)) ?? inVercel(construction);
  }
  return inIdiom(language, construction);
}

/** `base_url` in Python, `baseURL` in JavaScript, `configuration.baseURL` where the options of a client lie within others. */
function argumentName(
  { usage, facts }: Construction,
  language: 'python' | 'javascript',
  fits: (name: string) => boolean,
): string | undefined {
  const last = usage.token.slice(usage.token.lastIndexOf('.') + 1);
  const named = ({ names, languages, endpoint }: ProviderSymbol): boolean =>
    endpoint !== undefined &&
    (languages?.includes(language) ?? true) &&
    names.some((one) => one === usage.token || one === last);
  const texts = (symbol: ProviderSymbol | undefined): string[] =>
    (symbol?.endpoint ?? []).filter((one): one is string => typeof one === 'string' && fits(one));
  const provider = providerById(usage.provider);
  const own = provider?.symbols?.find(named);
  if (own !== undefined) return texts(own)[0];
  const modulesOf = (one: CompiledProvider | undefined): readonly string[] => [
    ...(one?.modules?.[language] ?? []),
    ...((language === 'javascript' && one?.packages?.npm) || []),
  ];
  // A framework's class: only under the names that its classes share, of a package that the file imports.
  for (const one of allProviders()) {
    const symbol = one.symbols?.find(named);
    if (symbol === undefined) continue;
    const from = [...(symbol.modules ?? []), ...modulesOf(one), ...modulesOf(provider)];
    if (from.some((module) => facts.imports.some((found) => fitsModule(found.module, module))))
      return texts(symbol).find((name) => shared.has(name));
  }
  return undefined;
}

const shared = new Set(['base_url', 'baseURL', 'configuration.baseURL', 'clientOptions.baseURL']);

function fitsModule(module: string, pattern: string): boolean {
  if (pattern.endsWith('*')) return module.startsWith(pattern.slice(0, -1));
  return module === pattern || module.startsWith(`${pattern}.`) || module.startsWith(`${pattern}/`);
}

function asKeyword({ call, text, address }: Construction, name: string): Insertion[] {
  const before = text.slice(0, call.span.end - 1).trimEnd();
  const comma = call.args.length === 0 || before.endsWith(',') ? '' : ', ';
  const space = before.endsWith(',') ? ' ' : '';
  return [insertion(before.length, `${comma}${space}${name}=${JSON.stringify(address)}`)];
}

function asOption({ call: { span, args }, text, address }: Construction, name: string): Insertion[] | undefined {
  const [outer = '', ...inner] = name.split('.');
  const value = inner.reduceRight((made, key) => `{ ${key}: ${made} }`, `'${address}'`);
  const option = `${outer}: ${value}`;
  const [first] = args;
  if (first === undefined) return [insertion(span.end - 1, `{ ${option} }`)];
  if (first.value.t !== 'object' || text[first.value.span.start] !== '{') return undefined;
  // Options that stand there already would be put aside by a second object of the same name.
  if (first.value.entries.some((one) => one.name === outer)) return undefined;
  const more = first.value.entries.length === 0 ? ' ' : ',';
  return [insertion(first.value.span.start + 1, ` ${option}${more}`)];
}
