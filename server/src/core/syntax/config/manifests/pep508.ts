import type { FactsBuilder } from '../factsBuilder.js';

const requirement =
  /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?:@\s*\S+|\(?\s*((?:===|~=|==|!=|<=|>=|<|>)[^;#)]*)\)?)?\s*(?=$|[;#\\])/;

/** A requirement is shorter than this; a longer line is something else. */
export const MAX_REQUIREMENT_LENGTH = 1000;

/**
 * One requirement of Python (`openai[datalib]>=1.2,<2; python_version > "3.8"`). `start` is where `text` stands in the
 * file; the fact spans the text without white space around it.
 */
export function addRequirement(text: string, start: number, out: FactsBuilder): boolean {
  if (text.length > MAX_REQUIREMENT_LENGTH) return false;
  const found = requirement.exec(text);
  const name = found?.[1];
  if (name === undefined) return false;
  const from = start + text.indexOf(name);
  const version = found?.[2]?.trim();
  const end = start + text.trimEnd().length;
  out.dependency('pypi', name, version, { start: from, end }, { start: from, end: from + name.length });
  return true;
}
