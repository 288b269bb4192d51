import type { Governing } from '../accountability/accountability.js';
import { reaches } from '../accountability/directives.js';
import type { Directives, Suppression } from '../accountability/directives.js';
import { isToDo } from '../accountability/toDo.js';
import type { Settings } from '../settings.js';
import type { Finding, SuppressedFinding } from './finding.js';
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
): { readonly kept: Finding[]; readonly suppressed: SuppressedFinding[] } {
  const silent = settings.checks[reporter] === 'off';
  const told = new Set<Suppression>();
  const suppressed: SuppressedFinding[] = [];
  const kept = findings.flatMap((finding) => {
    const exception = exceptionFor(finding, governing, settings.today);
    if (exception !== undefined) {
      suppressed.push({ ...finding, suppression: exception });
      return [];
    }
    const here = suppressions.filter(
      (one) => one.check === finding.check && (one.reach === 'file' || reaches(one.reach, finding.range.start.line)),
    );
    const defectIn = (one: Suppression): string | undefined => defectOf(one, settings.today, hasCheck);
    // One that is broken does not stand in the way of one that holds.
    const found =
      here.find((one) => defectIn(one) === undefined) ??
      here.find((one) => defectIn(one) === 'reden-invullen') ??
      here[0];
    if (found === undefined) return [finding];
    const defect = defectIn(found);
    if (defect === undefined) {
      const { reason, until, range } = found;
      suppressed.push({
        ...finding,
        suppression: { by: 'comment', path: finding.path, range, ...(reason && { reason }), ...(until && { until }) },
      });
      return [];
    }
    if (defect !== 'reden-invullen' || silent) return [finding];
    if (told.has(found)) return [];
    told.add(found);
    return [toBeReasoned(finding, found)];
  });
  return { kept, suppressed };
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
function exceptionFor(
  finding: Finding,
  governing: Governing | undefined,
  today: string,
): SuppressedFinding['suppression'] | undefined {
  const found = governing?.file.exceptions.find(
    ({ data }) =>
      data.controle === finding.check &&
      data.toepassing === finding.useCase &&
      data['geldig-tot'] >= today &&
      !isToDo(data.reden),
  );
  if (governing === undefined || found === undefined) return undefined;
  const { data, range } = found;
  return { by: 'exception', reason: data.reden, until: data['geldig-tot'], path: governing.file.path, range };
}
