import type { Accountability, Governing, UseCase } from '../accountability/accountability.js';
import { directivesOf } from '../accountability/directives.js';
import type { Directives } from '../accountability/directives.js';
import { evidenceOf } from '../accountability/evidence/read.js';
import { recordedEndpointFor } from '../accountability/matchEndpoint.js';
import { isAccountabilityPath } from '../accountability/paths.js';
import { compare } from '../place.js';
import type { Range } from '../place.js';
import { profiles } from '../settings.js';
import type { Profile, Settings } from '../settings.js';
import type { FileFacts } from '../syntax/fact.js';
import type { Usage } from '../usage/usage.js';
import { allChecks } from './all.js';
import { usagesByUseCase, useCaseOf } from './belonging.js';
import type { CarrierRank } from './carrier.js';
import { endpointGroups, useCaseGroups } from './carriers.js';
import type { Finding, RelatedPlace, Severity, SuppressedFinding } from './finding.js';
import type { Check, Outcome, Surroundings } from './place.js';
import { othersOf, placeOfUseCase, wayOf } from './related.js';
import { checkData } from './rules.js';
import { suppress } from './suppress.js';

export { useCaseOf } from './belonging.js';

/** What the checks look at for one file: code, configuration, or an accountability file. */
export interface CheckInput {
  /** Strings, settings and directives are read from these; nothing else of the text is needed. */
  readonly facts: FileFacts;
  /** In text order, `carrier` as index in this same list. Those of an accountability file are not looked at. */
  readonly usages: readonly Usage[];
  /** Of the whole project: `buildAccountability`. */
  readonly accountability: Accountability;
  readonly settings: Settings;
  /**
   * The best rank of any usage in the project, this file included: `min(bestRank(usages(path)))` over all paths. Decides
   * whether an import, a manifest line or an environment line carries findings by itself.
   */
  readonly projectRank: CarrierRank;
  /** The same over the files that are no tests: what they use is what the tests try. */
  readonly productRank: CarrierRank;
  /** Does a part of the work; undefined when it fails, so that a check that throws costs that check. */
  readonly attempt?: <T>(work: () => T) => T | undefined;
  /** The project itself. Left out where only single files are known. */
  readonly surroundings?: Surroundings;
}

/** Everything about one file that does not change between its checks. */
interface Run extends CheckInput {
  readonly path: string;
  readonly governing: Governing | undefined;
  readonly profile: Profile;
  readonly directives: Directives;
}

/** The profile that holds for a path: the setting, the nearest accountability file's `beleid`, the default. */
export function profileFor(path: string, accountability: Accountability, settings: Settings): Profile {
  return settings.profile ?? accountability.governing(path)?.profile ?? profiles[0];
}

/** What the checks make of one file. */
export interface CheckedFile {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** The findings of one file, and those that a comment or an exception holds back; in text order. */
export function checkFile(input: CheckInput): CheckedFile {
  const { facts, accountability, settings } = input;
  const run: Run = {
    ...input,
    path: facts.path,
    governing: accountability.governing(facts.path),
    profile: profileFor(facts.path, accountability, settings),
    directives: directivesOf(facts),
  };
  const own = isAccountabilityPath(facts.path)
    ? recordFindings(run)
    : [...endpointFindings(run), ...useCaseFindings(run)];
  const { kept, suppressed } = suppress([...fileFindings(run), ...own], run.directives, run.governing, settings);
  const order = new Map(allChecks.map((check, index) => [check.id, index]));
  const byPlace = (a: Finding, b: Finding): number =>
    compare(a.range.start, b.range.start) || (order.get(a.check) ?? 0) - (order.get(b.check) ?? 0);
  return { findings: fold(kept, kept).sort(byPlace), suppressed: fold(suppressed, kept).sort(byPlace) };
}

function attempt<T>(run: Run, work: () => readonly T[]): readonly T[] {
  return run.attempt ? (run.attempt(work) ?? []) : work();
}

function fileFindings(run: Run): Finding[] {
  const place = {
    ...run,
    surroundings: run.surroundings,
    useCaseOf: (usage: Usage) => useCaseOf(run, usage),
  };
  return allChecks.flatMap((check) =>
    check.over === 'file'
      ? attempt(run, () => [...check.test(place)]).flatMap((outcome) =>
          toFinding(run, check, outcome, outcome.range, outcome),
        )
      : [],
  );
}

function endpointFindings(run: Run): Finding[] {
  return endpointGroups(run.facts, run.usages, run.projectRank).flatMap(({ carrier, others }) => {
    const { endpoint } = carrier;
    if (endpoint === undefined) return [];
    const recorded = recordedEndpointFor(endpoint, run.governing?.endpoints ?? []);
    const useCase = useCaseOf(run, carrier);
    const related = [...wayOf(endpoint), ...othersOf(others, 'zelfde-endpoint')];
    return allChecks.flatMap((check) => {
      if (check.over !== 'endpoint') return [];
      const [outcome] = attempt(run, () => [check.test({ ...run, usage: carrier, endpoint, recorded, useCase })]);
      return outcome === undefined
        ? []
        : toFinding(run, check, outcome, carrier.range, { usage: carrier, useCase, related });
    });
  });
}

function useCaseFindings(run: Run): Finding[] {
  const cases = new Map(run.usages.map((usage) => [usage, useCaseOf(run, usage)]));
  const caseOf = (usage: Usage): string => cases.get(usage)?.id ?? '';
  const groups = useCaseGroups(run.facts, run.usages, run, caseOf);
  return groups.flatMap(({ carrier, others }) => {
    const useCase = cases.get(carrier);
    const related = [...placeOfUseCase(useCase), ...othersOf(others, 'zelfde-toepassing')];
    const usages = run.usages.filter((usage) => caseOf(usage) === (useCase?.id ?? ''));
    return testUseCase(run, { useCase, usages, usage: carrier }, () => carrier.range, related);
  });
}

/** What holds for a use case or a recorded endpoint is said once more where it stands. */
function recordFindings(run: Run): Finding[] {
  const file = run.accountability.files.get(run.path);
  if (file === undefined) return [];
  const used = run.surroundings === undefined ? undefined : usagesByUseCase(run.surroundings, run.accountability);
  const usagesOf = (useCase: UseCase): readonly Usage[] => used?.get(useCase) ?? [];
  const place = { ...run, file, usagesOf, surroundings: run.surroundings };
  return [
    ...file.useCases.flatMap((useCase) =>
      testUseCase(run, { useCase, usages: usagesOf(useCase) }, (outcome) => outcome.at ?? useCase.range, []),
    ),
    ...allChecks.flatMap((check) => {
      const test = check.over === 'record' ? check.test : check.over === 'endpoint' ? check.inRecord : undefined;
      return attempt(run, () => [...(test?.(place) ?? [])]).flatMap((outcome) =>
        toFinding(run, check, outcome, outcome.range, outcome),
      );
    }),
  ];
}

function testUseCase(
  run: Run,
  about: { useCase: UseCase | undefined; usages: readonly Usage[]; usage?: Usage },
  rangeOf: (outcome: Outcome) => Range,
  related: readonly RelatedPlace[],
): Finding[] {
  const evidence = (reference: UseCase['references'][number]) => evidenceOf(reference, run.accountability);
  return allChecks.flatMap((check) => {
    if (check.over !== 'useCase') return [];
    return attempt(run, () => [...check.test({ ...run, ...about, evidence })]).flatMap((outcome) =>
      toFinding(run, check, outcome, rangeOf(outcome), { ...about, related }),
    );
  });
}

function toFinding(
  run: Run,
  check: Check,
  outcome: Outcome,
  range: Range | undefined,
  about: { usage?: Usage | undefined; useCase?: UseCase | undefined; related?: readonly RelatedPlace[] } = {},
): Finding[] {
  const severity = severityOf(check.id, outcome.variant, run);
  if (severity === 'off' || range === undefined) return [];
  const { usage, useCase, related = [] } = about;
  return [
    {
      check: check.id,
      severity,
      profile: run.profile,
      path: run.path,
      range,
      values: outcome.values ?? {},
      variant: outcome.variant,
      ...(usage === undefined ? {} : { usage }),
      ...(useCase === undefined ? {} : { useCase: useCase.id }),
      related: eachPlaceOnce(related),
    },
  ];
}

/** A place that is related for two reasons is named for the first; in the order of the text. */
function eachPlaceOnce(related: readonly RelatedPlace[]): readonly RelatedPlace[] {
  const places = new Map<string, RelatedPlace>();
  for (const place of related) {
    const key = `${place.path}:${String(place.range.start.line)}`;
    if (!places.has(key)) places.set(key, place);
  }
  return [...places.values()];
}

function severityOf(id: string, variant: string, { settings, profile }: Run): Severity | 'off' {
  const set = settings.checks[id];
  if (set !== undefined) return set;
  const data = checkData(id);
  const severity = (data.message[variant]?.severity ?? data.severity)[profile];
  return severity === '-' ? 'off' : severity;
}

/** A finding about a missing risk analysis says already that no use case covers the place. */
function fold<T extends Finding>(findings: readonly T[], shown: readonly Finding[]): T[] {
  const said = shown.some(
    (finding) => finding.useCase === undefined && saysUncovered.has(finding.variant) && finding.check !== folded,
  );
  return findings.filter((finding) => !(said && finding.check === folded));
}

const folded = 'toepassing-niet-geregistreerd';
const saysUncovered = new Set(['geen-bestand', 'geen-toepassing']);
