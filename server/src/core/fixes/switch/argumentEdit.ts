import { providerById } from '../../checks/rules.js';
import { compare, lineStartsOf, positionAt } from '../../place.js';
import type { CallFact, LanguageId } from '../../syntax/fact.js';
import type { Usage } from '../../usage/usage.js';
import type { FileEdit, FixContext } from '../fix.js';

/** A client that goes where its SDK goes by default gets an address; undefined where the SDK has no such argument. */
export function argumentEdit(usage: Usage, address: string, context: FixContext): FileEdit[] | undefined {
  const facts = context.project.facts(usage.path);
  const text = context.text(usage.path);
  if (facts === undefined || text === undefined || usage.act !== 'construct') return undefined;
  const call = facts.calls.find(
    ({ span }) => compare(positionAt(facts.lineStarts, span.start), usage.range.start) === 0,
  );
  const name = argumentName(usage, facts.language);
  // The facts are of this text only as long as the call ends where it ended.
  if (call === undefined || name === undefined || text[call.span.end - 1] !== ')') return undefined;
  const insertion =
    facts.language === 'python' ? inPython(call, name, address, text) : inObject(call, name, address, text);
  if (insertion === undefined) return undefined;
  const at = positionAt(lineStartsOf(text), insertion.at);
  return [{ path: usage.path, range: { start: at, end: at }, newText: insertion.text }];
}

function argumentName(usage: Usage, language: LanguageId): string | undefined {
  const isPython = language === 'python';
  if (!isPython && language !== 'javascript' && language !== 'typescript') return undefined;
  const own = isPython ? 'python' : 'javascript';
  const last = usage.token.slice(usage.token.lastIndexOf('.') + 1);
  const symbol = providerById(usage.provider)?.symbols?.find(
    ({ names, languages, endpoint }) =>
      endpoint !== undefined &&
      (languages?.includes(own) ?? true) &&
      names.some((one) => one === usage.token || one === last),
  );
  // `base_url` in Python, `baseURL` in JavaScript.
  return symbol?.endpoint?.find(
    (one): one is string => typeof one === 'string' && (isPython ? !/[A-Z]/.test(one) : !one.includes('_')),
  );
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function inPython({ span, args }: CallFact, name: string, address: string, text: string): Insertion {
  const before = text.slice(0, span.end - 1).trimEnd();
  const comma = args.length === 0 || before.endsWith(',') ? '' : ', ';
  return { at: before.length, text: `${comma}${before.endsWith(',') ? ' ' : ''}${name}=${JSON.stringify(address)}` };
}

function inObject({ span, args }: CallFact, name: string, address: string, text: string): Insertion | undefined {
  const value = `${name}: '${address}'`;
  const [first] = args;
  if (first === undefined) return { at: span.end - 1, text: `{ ${value} }` };
  if (first.value.t !== 'object' || text[first.value.span.start] !== '{') return undefined;
  const more = first.value.entries.length === 0 ? ' ' : ',';
  return { at: first.value.span.start + 1, text: ` ${value}${more}` };
}
