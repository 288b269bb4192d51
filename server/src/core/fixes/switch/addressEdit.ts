import type { Finding } from '../../checks/finding.js';
import type { EndpointStep } from '../../endpoint/endpoint.js';
import { compare, contains, lineStartsOf, positionAt, rangeOf } from '../../place.js';
import type { Range, Span } from '../../place.js';
import type { FileFacts } from '../../syntax/fact.js';
import type { FileEdit, FixContext } from '../fix.js';
import { argumentEdit } from './argumentEdit.js';
import { withoutVersion } from './idioms.js';
import { springEdit } from './springEdit.js';

/** Changes the address where its value comes from; undefined where that cannot be told for certain. */
export function addressEdit({ usage }: Finding, url: string, context: FixContext): FileEdit[] | undefined {
  const endpoint = usage?.endpoint;
  if (usage === undefined || endpoint === undefined) return undefined;
  const address = /^https?:\/\//i.test(url) ? url : `https://${url}`;
  const step = endpoint.way.at(-1);
  if (step !== undefined) return atStep(step, endpoint.value, address, context);
  if (endpoint.source === 'default') {
    const moved = inPlaceOf(endpoint.value, address);
    return argumentEdit(usage, moved, context) ?? springEdit(usage, withoutVersion(address), context);
  }
  return (
    inSetting(usage.path, usage.range, address, context) ??
    inStrings(usage.path, usage.range, endpoint.value, address, context)
  );
}

function atStep(step: EndpointStep, value: string, address: string, context: FixContext): FileEdit[] | undefined {
  const facts = context.project.facts(step.path);
  if (facts === undefined) return undefined;
  if (step.kind === 'environment' || step.kind === 'configuration')
    return inSetting(step.path, step.range, address, context);
  const binding = facts.bindings.find((one) => isAt(facts, one.nameSpan, step.range));
  const range = binding === undefined ? step.range : rangeOf(facts.lineStarts, binding.span);
  return inStrings(step.path, range, value, address, context);
}

/** The value of the setting that begins in a range. */
function inSetting(path: string, range: Range, address: string, context: FixContext): FileEdit[] | undefined {
  const facts = context.project.facts(path);
  const setting = facts?.settings.find((one) => contains(range, positionAt(facts.lineStarts, one.valueSpan.start)));
  const text = context.text(path);
  if (setting === undefined || text === undefined || setting.reference === true) return undefined;
  // The facts are of this text only as long as the value stands where it stood.
  const { start, end } = setting.valueSpan;
  if (text.slice(start, end) !== setting.value || !/[.:]/.test(setting.value)) return undefined;
  return [{ path, range: rangeOf(lineStartsOf(text), { start, end }), newText: inPlaceOf(setting.value, address) }];
}

/** The one string in a range that holds the address, or the beginning of it. */
function inStrings(
  path: string,
  range: Range,
  value: string,
  address: string,
  context: FixContext,
): FileEdit[] | undefined {
  const facts = context.project.facts(path);
  const text = context.text(path);
  if (facts === undefined || text === undefined) return undefined;
  const fitting = facts.strings.filter(
    (one) =>
      compare(range.start, positionAt(facts.lineStarts, one.span.start)) <= 0 &&
      compare(positionAt(facts.lineStarts, one.span.end), range.end) <= 0 &&
      one.holes !== true &&
      one.value.length > 4 &&
      value.startsWith(one.value),
  );
  const [found] = fitting;
  if (found === undefined || fitting.length > 1) return undefined;
  const inside = text.slice(found.span.start, found.span.end).indexOf(found.value);
  if (inside === -1) return undefined;
  const start = found.span.start + inside;
  const span = { start, end: start + found.value.length };
  return [{ path, range: rangeOf(lineStartsOf(text), span), newText: inPlaceOf(found.value, address) }];
}

/** The address with what the old one had behind its base: the call that a request makes. */
function inPlaceOf(old: string, address: string): string {
  // What is told only the host of these puts `/v1` behind it by itself.
  if (/^https:\/\/api\.(?:openai|anthropic)\.com\/?$/.test(old)) return withoutVersion(address);
  const call =
    /\/(?:chat\/completions|completions|embeddings|responses|messages|images\/generations|audio\/[a-z]+)\/?$/.exec(old);
  return call === null ? address : `${address.replace(/\/+$/, '')}${call[0]}`;
}

function isAt(facts: FileFacts, span: Span, range: Range): boolean {
  return compare(positionAt(facts.lineStarts, span.start), range.start) === 0;
}
