import type { Accountability } from './accountability/accountability.js';
import { buildAccountability } from './accountability/build.js';
import { isAccountabilityPath } from './accountability/paths.js';
import { theCatalogue } from './catalog/catalogue.js';
import { assistantOf } from './catalog/trigger.js';
import { bestRank, rank } from './checks/carrier.js';
import { ranksOf, type Ranks } from './checks/carriers.js';
import type { Finding, SuppressedFinding } from './checks/finding.js';
import { checkFile, type CheckedFile } from './checks/run.js';
import type { Project, ReferencedDocument } from './project.js';
import { ProjectFiles } from './projectFiles.js';
import type { Settings } from './settings.js';
import type { FileFacts } from './syntax/fact.js';
import { readInstructions } from './syntax/instructions.js';
import { readFacts } from './syntax/readFacts.js';
import { Reading } from './syntax/source/reading.js';
import type { Usage } from './usage/usage.js';
import { settle, viewOf, type ProjectView } from './usage/projectView.js';
import { usagesOf } from './usage/usagesOf.js';
import { shareOf } from './usage/viewShare.js';

export function createProject(settings: Settings): Project {
  return new FactsProject(settings);
}

/** People edit one file at a time, or a few in turn; what is kept is larger than the text. */
const MAX_READINGS = 4;

/** What was known of a file: of itself, and within the project. */
interface Held {
  readonly path: string;
  readonly own: readonly Usage[] | undefined;
  readonly shown: readonly Usage[] | undefined;
}

const nothing: readonly Usage[] = [];

/** Facts go in, results come out; both kinds of results are made when asked for and kept until they may differ. */
class FactsProject implements Project {
  private readonly files = new ProjectFiles();
  private readonly texts = new Map<string, string>();
  private readonly documents = new Map<string, ReferencedDocument>();
  /** What each file shows by itself, and what it shows within the project. */
  private readonly ownUsages = new Map<string, readonly Usage[]>();
  private readonly usageCache = new Map<string, readonly Usage[]>();
  private readonly findingCache = new Map<string, CheckedFile>();
  private readonly readings = new Map<string, Reading>();
  private readonly failed = new Map<string, unknown>();
  /** Files whose results hang on which file of an assistant comes first. */
  private readonly ofAssistants = new Set<string>();
  private recorded: Accountability | undefined;
  private ranks: Ranks | undefined;
  private view: ProjectView | undefined;
  private isFilling = false;
  private documentNames: readonly string[] = [];

  constructor(private current: Settings) {}

  get settings(): Settings {
    return this.current;
  }

  set settings(settings: Settings) {
    this.current = settings;
    this.findingCache.clear();
  }

  set(path: string, text: string): boolean {
    if (isAccountabilityPath(path)) this.texts.set(path, text);
    this.failed.delete(path);
    let failure: unknown;
    const isAffected = this.put(path, () => {
      try {
        return (
          readFacts(path, text, this.readingOf(path)) ??
          (assistantOf(path) === undefined ? undefined : readInstructions(path, text))
        );
      } catch (error) {
        failure = error;
        return undefined;
      }
    });
    if (failure !== undefined) this.failed.set(path, failure);
    return isAffected;
  }

  /** Of the files that are being edited, how they were read is kept for the next keystroke. */
  private readingOf(path: string): Reading | undefined {
    if (this.isFilling || this.files.get(path) === undefined) return undefined;
    const reading = this.readings.get(path) ?? new Reading();
    // The one that was edited last stands last.
    this.readings.delete(path);
    this.readings.set(path, reading);
    const [oldest] = this.readings.keys();
    if (this.readings.size > MAX_READINGS && oldest !== undefined) this.readings.delete(oldest);
    return reading;
  }

  setFacts(facts: FileFacts): boolean {
    this.readings.delete(facts.path);
    return this.put(facts.path, () => facts);
  }

  private put(path: string, read: () => FileFacts | undefined): boolean {
    const isRecord = isAccountabilityPath(path);
    const touched = this.files.put(path, read, isRecord);
    return isRecord ? this.forgetRecords() : this.forget(path, touched);
  }

  delete(path: string): boolean {
    this.readings.delete(path);
    const touched = this.files.remove(path);
    return this.texts.delete(path) ? this.forgetRecords() : this.forget(path, touched);
  }

  paths(): Iterable<string> {
    return this.files.paths();
  }

  documentPaths(): Iterable<string> {
    return this.documentNames;
  }

  noteDocuments(paths: readonly string[]): void {
    this.documentNames = paths;
  }

  facts(path: string): FileFacts | undefined {
    return this.files.get(path);
  }

  text(path: string): string | undefined {
    return this.texts.get(path);
  }

  usages(path: string): readonly Usage[] {
    const known = this.usageCache.get(path);
    if (known) return known;
    const facts = this.files.get(path);
    if (!facts || isAccountabilityPath(path)) return [];
    const usages = settle(this.own(facts), facts, this.theView(), theCatalogue());
    this.usageCache.set(path, usages);
    if (usages.some(({ kind }) => kind === 'assistant')) this.ofAssistants.add(path);
    return usages;
  }

  private own(facts: FileFacts): readonly Usage[] {
    const known = this.ownUsages.get(facts.path);
    if (known) return known;
    const { path } = facts;
    const found = this.attempt(path, () =>
      this.files.reliance.during(path, () => usagesOf(facts, theCatalogue(), this.files)),
    );
    if (found?.cut) this.failed.set(path, found.cut);
    const usages = found?.usages ?? [];
    this.ownUsages.set(path, usages);
    return usages;
  }

  failures(): ReadonlyMap<string, unknown> {
    return this.failed;
  }

  /** A file that something fails on costs that part of that file, not the rest. */
  private attempt<T>(path: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!this.failed.has(path)) this.failed.set(path, error);
      return undefined;
    }
  }

  fill(isFilling: boolean): void {
    if (this.isFilling === isFilling) return;
    this.isFilling = isFilling;
    this.view = undefined;
    this.ranks = undefined;
    this.forgetResults();
  }

  prepare(path: string): void {
    const facts = this.files.get(path);
    if (facts && !isAccountabilityPath(path)) this.own(facts);
  }

  wants(path: string): boolean {
    return this.files.wants(path);
  }

  get wishes(): number {
    return this.files.wishes.size;
  }

  /** Files that the project as a whole is judged by. */
  private *judged(): Iterable<string> {
    if (this.isFilling) yield* this.ownUsages.keys();
    else for (const path of this.files.paths()) if (!isAccountabilityPath(path)) yield path;
  }

  private theView(): ProjectView {
    return (this.view ??= viewOf(
      [...this.judged()].map((path) => this.own(this.files.get(path) as FileFacts)),
      theCatalogue(),
    ));
  }

  findings(path: string): readonly Finding[] {
    return this.checked(path)?.findings ?? [];
  }

  suppressed(path: string): readonly SuppressedFinding[] {
    return this.checked(path)?.suppressed ?? [];
  }

  private checked(path: string): CheckedFile | undefined {
    const known = this.findingCache.get(path);
    if (known) return known;
    const facts = this.files.get(path);
    if (!facts) return undefined;
    const checked = checkFile({
      facts,
      usages: this.usages(path),
      accountability: this.accountability,
      settings: this.current,
      ...this.bestRanks(),
      surroundings: this,
      attempt: (work) => this.attempt(path, work),
    });
    this.findingCache.set(path, checked);
    return checked;
  }

  wantedDocuments(): readonly string[] {
    return this.accountability.wantedDocuments();
  }

  setDocument(path: string, document: ReferencedDocument): boolean {
    const known = this.documents.get(path);
    if (
      known?.state === document.state &&
      (known.state !== 'text' || known.text === (document as { text?: string }).text)
    )
      return false;
    this.documents.set(path, document);
    this.recorded = undefined;
    this.findingCache.clear();
    return true;
  }

  get accountability(): Accountability {
    return (this.recorded ??= buildAccountability({ files: this.texts, document: (path) => this.documents.get(path) }));
  }

  private bestRanks(): Ranks {
    // What only hints at a use carries no finding where a plain use may still come in.
    if (this.isFilling) return { projectRank: rank.construct, productRank: rank.construct };
    return (this.ranks ??= ranksOf(this.judged(), (path) => this.usages(path)));
  }

  /** What depends on a file that changed, or that is new or gone. Returns whether other files' results may differ. */
  private forget(path: string, touched: ReadonlySet<string>): boolean {
    const before = this.isFilling ? undefined : this.heldOf([path, ...touched]);
    for (const each of [path, ...touched]) {
      this.failed.delete(each);
      this.ownUsages.delete(each);
      this.usageCache.delete(each);
      this.findingCache.delete(each);
    }
    // What stands in an accountability file is held against everything that the project uses.
    for (const record of this.texts.keys()) this.findingCache.delete(record);
    // An assistant is told once a project, at the first of its files.
    for (const file of this.ofAssistants) this.findingCache.delete(file);
    if (!before) {
      this.ranks = undefined;
      this.view = undefined;
      this.forgetResults();
      return true;
    }
    let others = touched.size > (touched.has(path) ? 1 : 0);
    let isOther = false;
    // While the project as a whole shows the same, no other file's results change.
    if (this.view && !this.isSameShare(before)) {
      const { signature } = this.view;
      this.view = undefined;
      isOther = signature !== this.theView().signature;
      if (isOther) this.forgetResults();
      others ||= isOther;
    }
    if (this.ranks && (isOther || !this.isSameRank(before))) {
      const { projectRank, productRank } = this.ranks;
      this.ranks = undefined;
      const now = this.bestRanks();
      if (now.projectRank !== projectRank || now.productRank !== productRank) {
        this.findingCache.clear();
        others = true;
      }
    }
    return others;
  }

  /** What files had to say to the project before an edit, as far as that is known. */
  private heldOf(paths: readonly string[]): Held[] {
    return [...new Set(paths)].map((path) => ({
      path,
      own: this.ownUsages.get(path),
      shown: this.usageCache.get(path),
    }));
  }

  private isSameShare(before: readonly Held[]): boolean {
    return before.every(({ path, own }) => {
      const facts = isAccountabilityPath(path) ? undefined : this.files.get(path);
      const now = facts ? this.own(facts) : nothing;
      return shareOf(now) === shareOf(own ?? nothing);
    });
  }

  private isSameRank(before: readonly Held[]): boolean {
    return before.every(({ path, shown }) => shown !== undefined && bestRank(this.usages(path)) === bestRank(shown));
  }

  private forgetResults(): void {
    this.usageCache.clear();
    this.findingCache.clear();
  }

  /** What is recorded moves findings; what the code uses stays the same. */
  private forgetRecords(): boolean {
    this.recorded = undefined;
    this.findingCache.clear();
    return true;
  }
}
