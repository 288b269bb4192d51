import { isAnalysisName } from '../core/accountability/evidence/kinds.js';
import type { Project } from '../core/project.js';
import { breather, type Breather } from './breather.js';
import { Documents } from './documents.js';
import type { FileStat, FileSystem } from './fileSystem.js';
import type { Gate } from './gate.js';
import { isLeftOut } from './leftOut.js';
import { largestReadable, limits } from './limits.js';
import { takeIn, takenFrom, type TakenIn } from './takeIn.js';
import type { Verdict, Verdicts } from './verdicts.js';
import type { ScanResult, SkipReason, Workspace } from './workspace.js';

type ScanOptions = NonNullable<Parameters<Workspace['scan']>[0]>;

/** What is known of a file on disk since it was last looked at. */
interface KnownFile {
  readonly size: number;
  readonly modified: number;
  /** Its facts are in the project. */
  readonly parsed: boolean;
  readonly reason?: SkipReason;
}

export interface WorkspaceParts {
  readonly project: Project;
  readonly gate: Gate;
  readonly verdicts?: Verdicts | undefined;
}

/** Files of one folder with the open documents laid over them, brought into a project. */
export class FolderWorkspace implements Workspace {
  readonly project: Project;
  readonly fileSystem: FileSystem;
  readonly #gate: Gate;
  /** Files without a word of the catalogue that are read all the same, because others take their constants from them. */
  readonly #asked = new Set<string>();
  readonly #verdicts: Verdicts | undefined;
  readonly #files = new Map<string, KnownFile>();
  /** Texts of the documents that an editor has open. */
  readonly #open = new Map<string, string>();
  readonly #documents: Documents;
  /** What was wanted when it was last looked for. */
  #wishes: number | undefined;
  #trusted = false;
  #filling = 0;
  #scanning: Promise<unknown> = Promise.resolve();

  constructor(fileSystem: FileSystem, { project, gate, verdicts }: WorkspaceParts) {
    this.fileSystem = fileSystem;
    this.project = project;
    this.#gate = {
      readWhen: (path) => (this.#asked.has(path) ? 'always' : gate.readWhen(path)),
      hasTrigger: (bytes) => gate.hasTrigger(bytes),
    };
    this.#verdicts = verdicts;
    this.#documents = new Documents(project, fileSystem, (path) => this.#open.get(path));
  }

  /** One scan at a time: a second one waits, and then finds nearly nothing to do. */
  scan(options: ScanOptions = {}): Promise<ScanResult> {
    const run = this.#scanning.then(() => this.#scan(options));
    this.#scanning = run.catch(() => undefined);
    return run;
  }

  async open(path: string, text: string): Promise<boolean> {
    if (!this.#open.has(path) && !(await this.#isOurs(path))) return false;
    this.#open.set(path, text);
    let affected = this.#gate.readWhen(path) !== 'never' && this.project.set(path, text);
    affected = (await this.#bringAskedBy([path])) || affected;
    this.#documents.outdate([path]);
    return (await this.#documents.load()) || affected;
  }

  async close(path: string): Promise<boolean> {
    if (!this.#open.delete(path)) return false;
    // The text of the editor is in the project now, so whatever is on disk has to be put in anew.
    if (this.#gate.readWhen(path) !== 'never') this.#files.set(path, { size: -1, modified: -1, parsed: true });
    return this.changed([path]);
  }

  async changed(paths: readonly string[]): Promise<boolean> {
    this.#documents.outdate(paths);
    let affected = false;
    if (paths.some((path) => path === '.gitignore' || path.endsWith('/.gitignore'))) {
      await this.scan({ trusted: this.#trusted });
      affected = true;
    } else if (paths.length <= limits.changesAtOnce) {
      for (const path of paths) affected = (await this.#change(path)) || affected;
      affected = (await this.#bringAskedBy(paths)) || affected;
    } else {
      // Another branch, say.
      affected = true;
      await this.#fill(breather(), async () => {
        for (const path of paths) await this.#change(path);
      });
    }
    return (await this.#documents.load()) || affected;
  }

  async #scan({ signal, progress, trusted = false }: ScanOptions): Promise<ScanResult> {
    this.#trusted = trusted;
    const ahead = (paths: readonly string[]): void =>
      this.#verdicts?.ahead?.(paths.filter((path) => this.#gate.readWhen(path) === 'triggered'));
    let isAhead = false;
    const early = (paths: readonly string[]): void => {
      isAhead = true;
      ahead(paths);
    };
    const listing = this.fileSystem.list({ trusted, early, ...(signal && { signal }) });
    // Meanwhile git is at work in a process of its own.
    this.#verdicts?.load();
    const listed = await listing;
    this.#forgetAllBut(new Set(listed));
    this.project.noteDocuments?.(listed.filter(isAnalysisName));
    const wanted = listed.filter((path) => this.#gate.readWhen(path) !== 'never');
    if (!isAhead) ahead(wanted);
    const total = wanted.length;
    const rest = breather(signal);
    let prepared = 0;
    await this.#fill(rest, async () => {
      for (let done = 0; done < total; done += 1) {
        const pause = rest.breathe();
        if (pause) {
          progress?.({ done, total });
          await pause;
        }
        const path = wanted[done] as string;
        // The first ones at once, while a second thread still looks into others: most of their cost is to get going.
        if ((await this.#refresh(path)) && prepared++ < limits.preparedAtOnce) this.project.prepare?.(path);
      }
    });
    progress?.({ done: total, total });
    this.#documents.outdateAll();
    await this.#documents.load();
    this.#verdicts?.save();
    return this.#result(listed.length);
  }

  /** Work that brings many files in, and then what they use, in slices. */
  async #fill(rest: Breather, work: () => Promise<void>): Promise<void> {
    if (this.#filling++ === 0) this.project.fill?.(true);
    try {
      await work();
      await this.#prepare(rest);
      for (let round = 0; round < limits.askedRounds && (await this.#bringAsked(rest)); round++)
        await this.#prepare(rest);
    } finally {
      if (--this.#filling === 0) this.project.fill?.(false);
    }
  }

  async #prepare(rest: Breather): Promise<void> {
    for (const path of this.project.paths()) {
      const pause = rest.breathe();
      if (pause) await pause;
      this.project.prepare?.(path);
    }
  }

  /** What files ask for is known once it is worked out what they use. */
  async #bringAskedBy(paths: readonly string[]): Promise<boolean> {
    if (this.project.wishes === undefined) return false;
    for (const path of paths) {
      this.project.prepare?.(path);
      // A new file may be one that was asked for before.
      if (this.#files.get(path)?.parsed === false && !this.#open.has(path)) this.#wishes = undefined;
    }
    return this.#bringAsked();
  }

  /** Reads what files that are read turn out to ask for. Returns whether there was anything. */
  async #bringAsked(rest?: Breather): Promise<boolean> {
    if (this.project.wishes === this.#wishes) return false;
    this.#wishes = this.project.wishes;
    let affected = false;
    for (const [path, { parsed, reason }] of this.#files) {
      if (parsed || reason !== undefined || this.#asked.size >= limits.askedFiles) continue;
      if (this.project.wants?.(path) !== true) continue;
      const pause = rest?.breathe();
      if (pause) await pause;
      const stat = await this.fileSystem.stat(path);
      if (stat === undefined || stat.folder || stat.link === true) continue;
      this.#asked.add(path);
      const taken = await takeIn(path, stat, this.fileSystem, this.#gate);
      affected = (!this.#open.has(path) && this.#took(path, stat, taken)) || affected;
    }
    return affected;
  }

  #result(files: number): ScanResult {
    const skipped: { path: string; reason: SkipReason }[] = [];
    let parsed = 0;
    for (const [path, known] of this.#files) {
      if (known.parsed) parsed += 1;
      if (known.reason !== undefined) skipped.push({ path, reason: known.reason });
    }
    return { files, parsed, skipped };
  }

  /** Takes a changed path in: a file, or a folder with all that is in it. */
  async #change(path: string): Promise<boolean> {
    if (this.#files.has(path)) return this.#refresh(path);
    const stat = await this.fileSystem.stat(path);
    if (stat === undefined) return this.#forgetBelow(path);
    if (!stat.folder) return (await this.#isOurs(path)) && this.#refresh(path);
    let affected = false;
    for (const file of await this.fileSystem.list({ trusted: this.#trusted })) {
      if (file.startsWith(`${path}/`)) affected = (await this.#refresh(file)) || affected;
    }
    return affected;
  }

  /** Brings the project up to date with one file on disk. */
  async #refresh(path: string): Promise<boolean> {
    if (this.#open.has(path) || this.#gate.readWhen(path) === 'never') return false;
    const fresh = this.#files.has(path) ? undefined : this.#verdicts?.fresh?.(path);
    if (fresh) return this.#leave(path, fresh.stat, fresh.verdict);
    const isNew = !this.#files.has(path) && this.#verdicts?.has?.(path) !== true;
    const read = isNew
      ? this.fileSystem.lookAtOnce?.(
          path,
          (stat, bytes) => ({ stat, taken: takenFrom(path, bytes, this.#gate) }),
          largestReadable(path),
        )
      : undefined;
    if (read) return this.#took(path, read.stat, read.taken);
    const stat = await this.fileSystem.stat(path);
    // What a link leads to is listed under its own name.
    if (stat === undefined || stat.folder || stat.link === true) return this.#forget(path);
    const known = this.#files.get(path);
    if (known?.size === stat.size && known.modified === stat.modified) return false;
    const earlier = this.#verdicts?.get(path, stat);
    if (earlier) return this.#leave(path, stat, earlier);
    const taken = await takeIn(path, stat, this.fileSystem, this.#gate);
    // An editor may have opened it in the meantime.
    return !this.#open.has(path) && this.#took(path, stat, taken);
  }

  #took(path: string, stat: FileStat, taken: TakenIn): boolean {
    if (taken.kind === 'text') return this.#put(path, stat, taken.text);
    this.#verdicts?.put(path, stat, taken);
    return this.#leave(path, stat, taken);
  }

  #put(path: string, stat: FileStat, text: string): boolean {
    const affected = this.project.set(path, text);
    this.#know(path, stat, true, this.project.facts(path)?.incomplete);
    return affected;
  }

  #leave(path: string, stat: FileStat, verdict: Verdict): boolean {
    const wasParsed = this.#files.get(path)?.parsed === true;
    this.#know(path, stat, false, verdict.kind === 'skipped' ? verdict.reason : undefined);
    return wasParsed && this.project.delete(path);
  }

  #know(path: string, { size, modified }: FileStat, parsed: boolean, reason: SkipReason | undefined): void {
    this.#files.set(path, reason === undefined ? { size, modified, parsed } : { size, modified, parsed, reason });
  }

  #forget(path: string): boolean {
    const known = this.#files.get(path);
    this.#files.delete(path);
    return known?.parsed === true && this.project.delete(path);
  }

  #forgetBelow(folder: string): boolean {
    let affected = false;
    for (const path of this.#files.keys()) {
      if (path.startsWith(`${folder}/`)) affected = this.#forget(path) || affected;
    }
    return affected;
  }

  #forgetAllBut(present: ReadonlySet<string>): void {
    for (const path of this.#files.keys()) {
      if (!present.has(path) && !this.#open.has(path)) this.#forget(path);
    }
  }

  async #isOurs(path: string): Promise<boolean> {
    if (this.#files.has(path)) return true;
    return !isLeftOut(path) && (await this.fileSystem.ignores?.(path)) !== true;
  }
}
