import type { Accountability } from '../accountability/accountability.js';
import { folderOf, isBelow, relativeTo } from '../accountability/paths.js';
import type { Finding, SuppressedFinding } from '../checks/finding.js';
import type { Project, ReferencedDocument } from '../project.js';
import type { Settings } from '../settings.js';
import type { FileFacts } from '../syntax/fact.js';
import type { Usage } from '../usage/usage.js';
import { baselineName, isBaselinePath, keyOf, readBaseline, type BaselineEntry } from './baselineFile.js';
import { fingerprintsOf } from './fingerprint.js';

/** Findings that no baseline takes in: mistakes in what is recorded are made anew, and expire. */
const never = new Set(['ai-verantwoording-ongeldig', 'negeren-ongeldig']);

/** One baseline as it stands in the project. */
interface Baseline {
  readonly folder: string;
  readonly entries: ReadonlyMap<string, BaselineEntry>;
  readonly broken: boolean;
}

/** A project that leaves out the findings of its baselines. Everything else it hands on. */
export class BaselineProject implements Project {
  readonly #baselines = new Map<string, Baseline>();
  /** By the list that was filtered: a project hands out the same list until something changes. */
  #shown = new WeakMap<readonly Finding[], readonly Finding[]>();

  constructor(private readonly inner: Project) {}

  findings(path: string): readonly Finding[] {
    const all = this.inner.findings(path);
    if (all.length === 0 || this.settings.baseline === false || this.#above(path).length === 0) return all;
    let shown = this.#shown.get(all);
    if (!shown) {
      const known = this.#knownIn(path, all);
      shown = all.filter((_finding, at) => known[at]?.length === 0);
      this.#shown.set(all, shown);
    }
    return shown;
  }

  suppressed(path: string): readonly SuppressedFinding[] {
    const held = this.inner.suppressed(path);
    const above = this.settings.baseline === false ? [] : this.#above(path);
    if (above.length === 0) return held;
    const all = this.inner.findings(path);
    const hidden = this.#knownIn(path, all).flatMap(([entry], at) => {
      if (entry === undefined) return [];
      const folder = above.find(({ entries }) => entries.get(keyOf(entry)) === entry)?.folder ?? '';
      const file = folder === '' ? baselineName : `${folder}/${baselineName}`;
      return [{ ...(all[at] as Finding), suppression: { by: 'baseline', path: file } as const }];
    });
    return [...held, ...hidden];
  }

  /** The entries that would leave out all findings of today. */
  entries(folder: string): BaselineEntry[] {
    return [...this.paths()].filter((path) => isBelow(path, folder)).flatMap((path) => this.#entriesOf(path, folder));
  }

  /** Baselines whose text cannot be read. */
  broken(): string[] {
    return [...this.#baselines].filter(([, { broken }]) => broken).map(([path]) => path);
  }

  /** How many findings the baselines leave out, and how many of their entries fit no finding any more. */
  counts(): { readonly hidden: number; readonly stale: number } | undefined {
    if (this.#baselines.size === 0 || this.settings.baseline === false) return undefined;
    const used = new Set<BaselineEntry>();
    let hidden = 0;
    for (const path of this.paths()) {
      for (const known of this.#knownIn(path, this.inner.findings(path))) {
        if (known.length > 0) hidden += 1;
        for (const entry of known) used.add(entry);
      }
    }
    const all = [...this.#baselines.values()].flatMap(({ entries }) => [...entries.values()]);
    // Of a check that is off nothing can be told.
    const stale = all.filter((entry) => !used.has(entry) && this.settings.checks[entry.check] !== 'off');
    return { hidden, stale: stale.length };
  }

  set(path: string, text: string): boolean {
    if (!isBaselinePath(path)) return this.inner.set(path, text);
    const entries = readBaseline(text);
    this.#baselines.set(path, {
      folder: folderOf(path),
      entries: new Map((entries ?? []).map((entry) => [keyOf(entry), entry])),
      broken: entries === undefined,
    });
    this.#shown = new WeakMap();
    return true;
  }

  delete(path: string): boolean {
    if (!this.#baselines.delete(path)) return this.inner.delete(path);
    this.#shown = new WeakMap();
    return true;
  }

  get settings(): Settings {
    return this.inner.settings;
  }

  set settings(settings: Settings) {
    this.inner.settings = settings;
  }

  get accountability(): Accountability {
    return this.inner.accountability;
  }

  setFacts(facts: FileFacts): boolean {
    return this.inner.setFacts(facts);
  }

  paths(): Iterable<string> {
    return this.inner.paths();
  }

  failures(): ReadonlyMap<string, unknown> {
    return this.inner.failures?.() ?? new Map();
  }

  documentPaths(): Iterable<string> {
    return this.inner.documentPaths?.() ?? [];
  }

  noteDocuments(paths: readonly string[]): void {
    this.inner.noteDocuments?.(paths);
  }

  fill(isFilling: boolean): void {
    this.inner.fill?.(isFilling);
  }

  prepare(path: string): void {
    this.inner.prepare?.(path);
  }

  wants(path: string): boolean {
    return this.inner.wants?.(path) ?? false;
  }

  get wishes(): number {
    return this.inner.wishes ?? 0;
  }

  facts(path: string): FileFacts | undefined {
    return this.inner.facts(path);
  }

  text(path: string): string | undefined {
    return this.inner.text(path);
  }

  usages(path: string): readonly Usage[] {
    return this.inner.usages(path);
  }

  wantedDocuments(): readonly string[] {
    return this.inner.wantedDocuments();
  }

  setDocument(path: string, document: ReferencedDocument): boolean {
    return this.inner.setDocument(path, document);
  }

  #above(path: string): Baseline[] {
    return [...this.#baselines.values()].filter(({ folder }) => isBelow(path, folder));
  }

  /** Per finding the entries of baselines that know it. */
  #knownIn(path: string, findings: readonly Finding[]): BaselineEntry[][] {
    const known: BaselineEntry[][] = findings.map(() => []);
    for (const { folder, entries } of this.#above(path)) {
      for (const [at, entry] of this.#marked(path, folder, findings).entries()) {
        const found = entry && entries.get(keyOf(entry));
        if (found) known[at]?.push(found);
      }
    }
    return known;
  }

  #entriesOf(path: string, folder: string): BaselineEntry[] {
    return this.#marked(path, folder, this.inner.findings(path)).filter((entry) => entry !== undefined);
  }

  #marked(path: string, folder: string, findings: readonly Finding[]): (BaselineEntry | undefined)[] {
    const marks = fingerprintsOf(findings, this.inner.facts(path));
    return findings.map(({ check }, at) =>
      never.has(check) ? undefined : { path: relativeTo(folder, path), check, fingerprint: marks[at] as string },
    );
  }
}

/** The baselines of a project, where it heeds them. */
export function baselinesOf(project: Project): BaselineProject | undefined {
  return project instanceof BaselineProject ? project : undefined;
}
