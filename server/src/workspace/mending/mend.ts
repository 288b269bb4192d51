import { allChecks } from '../../core/checks/all.js';
import type { Finding } from '../../core/checks/finding.js';
import type { Fix } from '../../core/fixes/fix.js';
import { fixesOf } from '../../core/fixes/fixesOf.js';
import { breather } from '../breather.js';
import { PresentTexts } from '../presentTexts.js';
import type { Workspace } from '../workspace.js';
import { Draft, type FileChange } from './draft.js';

export interface MendOptions {
  /** Only findings of these checks. Empty: of all checks. */
  readonly checks: readonly string[];
  /** Only this fix, also where it is not the preferred one. Left out: of each finding the preferred fix. */
  readonly fix?: string;
  readonly signal?: AbortSignal;
}

/** A fix that was carried out, for the finding as it stood at that moment. */
export interface Mended {
  readonly finding: Finding;
  readonly fix: string;
  readonly title: string;
}

export interface Mending {
  readonly done: readonly Mended[];
  /** Changed and new files, by path, in order. */
  readonly changes: readonly FileChange[];
  /** Findings that are there with these changes. */
  readonly left: readonly Finding[];
  /** Ids of the fixes that were offered for the findings that were asked for. */
  readonly offered: ReadonlySet<string>;
}

/**
 * Carries out fixes in the workspace's memory, one after another, because each can move or answer other findings.
 * Nothing is written to disk. A fix after which its finding is still there is taken back.
 */
export async function mend(workspace: Workspace, options: MendOptions): Promise<Mending> {
  const { project } = workspace;
  const draft = new Draft(workspace);
  const context = new PresentTexts(workspace, (path) => draft.text(path));
  const done: Mended[] = [];
  const offered = new Set<string>();
  /** Findings for which there is no fix, or whose fix did not help. */
  const given: Set<string> = new Set();
  const rest = breather(options.signal);

  const choose = (all: readonly Fix[]): Fix | undefined => {
    const fixes = all.filter(({ shows }) => shows === undefined);
    for (const { id } of fixes) offered.add(id);
    const wanted = options.fix === undefined ? fixes : fixes.filter(({ id }) => id === options.fix);
    return wanted.find(({ preferred }) => preferred) ?? (options.fix === undefined ? undefined : wanted[0]);
  };

  const count = (path: string, key: string): number =>
    project.findings(path).filter((finding) => keyOf(finding) === key).length;

  const tryOn = async (finding: Finding): Promise<void> => {
    const key = keyOf(finding);
    const fix = choose(await context.afterReading(() => fixesOf(finding, context)));
    const edits = fix && (await context.editsOf(() => choose(fixesOf(finding, context))));
    const before = count(finding.path, key);
    const step = edits && edits.length > 0 ? await draft.take(edits, context) : undefined;
    if (fix && step && count(finding.path, key) < before) {
      done.push({ finding, fix: fix.id, title: fix.title });
      return;
    }
    await step?.undo();
    given.add(key);
  };

  /** Every application takes a finding away, but one fix could bring back what another took. */
  let steps = 4 * [...project.paths()].reduce((sum, path) => sum + project.findings(path).length, 0) + 100;
  for (let busy = true; busy;) {
    busy = false;
    // By check, so that an endpoint is recorded before the use case that names it.
    for (const { id: check } of allChecks) {
      if (options.checks.length > 0 && !options.checks.includes(check)) continue;
      for (const path of [...project.paths()].sort()) {
        for (;;) {
          await rest.breathe();
          const finding = project.findings(path).find((one) => one.check === check && !given.has(keyOf(one)));
          if (!finding || steps-- <= 0) break;
          const doneBefore = done.length;
          await tryOn(finding);
          busy ||= done.length > doneBefore;
        }
      }
    }
  }
  const left = [...project.paths()].sort().flatMap((path) => project.findings(path));
  return { done, changes: draft.changes(), left, offered };
}

/** What a finding is about, whatever its line. */
function keyOf({ check, path, variant, useCase, values, usage }: Finding): string {
  return JSON.stringify([check, path, variant, useCase, values, usage?.token]);
}
