import type { Finding } from '../checks/finding.js';
import { numbered } from '../contentHash.js';
import { compare, positionAt } from '../place.js';
import type { FileFacts } from '../syntax/fact.js';

/**
 * A mark per finding of one file, made of what it is about and not of its line: the same as long as the same service is
 * used in the same file without the same thing. Words that change while people work on it (no use case yet, now there
 * is one) are no part of it. One more of the same gets a mark of its own.
 */
export function fingerprintsOf(findings: readonly Finding[], facts: FileFacts | undefined): string[] {
  return numbered(findings.map((finding) => JSON.stringify(contentOf(finding, facts))));
}

function contentOf(
  { check, usage, useCase, variant, values, range }: Finding,
  facts: FileFacts | undefined,
): unknown[] {
  if (usage) return [check, usage.provider, usage.endpoint?.value ?? ''];
  // A key in a text is told from the next one by what stands there; only a hash of it is kept.
  const literal = facts?.strings.find(
    ({ span }) => compare(positionAt(facts.lineStarts, span.start), range.start) === 0,
  );
  if (literal) return [check, literal.value];
  return [check, useCase ?? '', variant, values];
}
