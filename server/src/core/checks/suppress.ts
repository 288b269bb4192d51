import type { Governing } from '../accountability/accountability.js';
import type { Directives, Suppression } from '../accountability/directives.js';
import { isToDo } from '../accountability/toDo.js';
import type { Settings } from '../settings.js';
import type { Finding } from './finding.js';
import { hasCheck } from './rules.js';
import { defectOf } from './suppression.js';

const reporter = 'negeren-ongeldig';

/**
 * Takes out what a comment or a recorded exception suppresses. Only one with a reason and an end date that has not passed
 * does so. Where the reason is still to be filled in, the finding makes way for one on the comment that says so, at the
 * same severity: nothing vanishes by a quick fix alone.
 */
export function suppress(
  findings: readonly Finding[],
  { suppressions }: Directives,
  governing: Governing | undefined,
  settings: Settings,
): Finding[] {
  const silent = settings.checks[reporter] === 'off';
  const told = new Set<Suppression>();
  return findings.flatMap((finding) => {
    if (isExcepted(finding, governing, settings.today)) return [];
    const found = suppressions.find(
      (one) => one.check === finding.check && (one.reach === 'file' || one.reach === finding.range.start.line),
    );
    if (found === undefined) return [finding];
    const defect = defectOf(found, settings.today, hasCheck);
    if (defect === undefined) return [];
    if (defect !== 'reden-invullen' || silent) return [finding];
    if (told.has(found)) return [];
    told.add(found);
    return [toBeReasoned(finding, found)];
  });
}

function toBeReasoned(finding: Finding, { check = '', until = '', range }: Suppression): Finding {
  return {
    ...finding,
    check: reporter,
    range,
    variant: 'reden-invullen',
    values: { controle: check, datum: until, waarde: until },
    related: [{ path: finding.path, range: finding.range, text: 'genegeerd', values: { controle: check } }],
  };
}

/** An exception of the accountability file, for one check and one use case. */
function isExcepted(finding: Finding, governing: Governing | undefined, today: string): boolean {
  return (governing?.file.exceptions ?? []).some(
    ({ data }) =>
      data.controle === finding.check &&
      data.toepassing === finding.useCase &&
      data['geldig-tot'] >= today &&
      !isToDo(data.reden),
  );
}
