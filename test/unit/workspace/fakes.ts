import { buildAccountability } from '../../../server/src/core/accountability/build.js';
import type { FileFacts } from '../../../server/src/core/syntax/fact.js';
import { emptyFacts } from '../../../server/src/core/syntax/readFacts.js';
import type { Project, ReferencedDocument } from '../../../server/src/core/project.js';
import type { Verdict, Verdicts } from '../../../server/src/workspace/verdicts.js';
import type { FileStat, FileSystem } from '../../../server/src/workspace/fileSystem.js';
import type { Gate } from '../../../server/src/workspace/gate.js';

/** Files in memory, with a count of what was read. */
export class MemoryFiles implements FileSystem {
  readonly root = '/memory';
  readonly files = new Map<string, { text: string; modified: number }>();
  readonly read_: string[] = [];
  #clock = 1;

  write(path: string, text: string): this {
    this.#clock += 1;
    this.files.set(path, { text, modified: this.#clock });
    return this;
  }

  async list(): Promise<readonly string[]> {
    return [...this.files.keys()];
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    this.read_.push(path);
    const file = this.files.get(path);
    return file && new TextEncoder().encode(file.text);
  }

  async stat(path: string): Promise<FileStat | undefined> {
    const file = this.files.get(path);
    if (file) return { size: file.text.length, modified: file.modified, folder: false };
    const folder = [...this.files.keys()].some((one) => one.startsWith(`${path}/`));
    return folder ? { size: 0, modified: 0, folder } : undefined;
  }

  async ignores(path: string): Promise<boolean> {
    return path.startsWith('ignored/');
  }
}

/** Python files with the word `ai` are read, `.env` always. */
export const gate: Gate = {
  readWhen: (path) =>
    path.endsWith('.env') || path.endsWith('.yml') ? 'always' : path.endsWith('.py') ? 'triggered' : 'never',
  hasTrigger: (bytes) => new TextDecoder().decode(bytes).includes('ai'),
};

/** Remembers what was put in. A `.yml` text lists the documents that it wants, one a line. */
export class RecordingProject implements Project {
  settings = { language: 'nl', checks: {}, today: '2026-01-01' } as const;
  readonly texts = new Map<string, string>();
  readonly documents = new Map<string, ReferencedDocument>();
  #facts = new Map<string, FileFacts>();

  set(path: string, text: string): boolean {
    this.texts.set(path, text);
    this.#facts.set(path, emptyFacts(path, 'python'));
    return text.includes('shared');
  }
  setFacts(facts: FileFacts): boolean {
    this.texts.set(facts.path, 'from the cache');
    this.#facts.set(facts.path, facts);
    return false;
  }
  delete(path: string): boolean {
    this.#facts.delete(path);
    return this.texts.delete(path);
  }
  paths(): Iterable<string> {
    return this.texts.keys();
  }
  facts(path: string): FileFacts | undefined {
    return this.#facts.get(path);
  }
  text(path: string): string | undefined {
    return path.endsWith('.yml') ? this.texts.get(path) : undefined;
  }
  readonly accountability = buildAccountability({ files: [], document: () => undefined });
  usages(): [] {
    return [];
  }
  suppressed(): readonly never[] {
    return [];
  }
  findings(): [] {
    return [];
  }
  wantedDocuments(): string[] {
    const lists = [...this.texts].filter(([path]) => path.endsWith('.yml')).map(([, text]) => text);
    const nested = [...this.documents.values()].flatMap((document) =>
      document.state === 'text' ? [document.text] : [],
    );
    return [...lists, ...nested].flatMap((list) => list.split('\n')).filter((line) => line.startsWith('doc/'));
  }
  setDocument(path: string, document: ReferencedDocument): boolean {
    this.documents.set(path, document);
    return true;
  }
}

export class MemoryVerdicts implements Verdicts {
  readonly kept = new Map<string, { stat: FileStat; verdict: Verdict }>();
  load(): void {
    // Nothing to make ready.
  }
  get(path: string, stat: FileStat): Verdict | undefined {
    const entry = this.kept.get(path);
    return entry?.stat.modified === stat.modified ? entry.verdict : undefined;
  }
  put(path: string, stat: FileStat, verdict: Verdict): void {
    this.kept.set(path, { stat, verdict });
  }
  save(): void {
    // Already kept.
  }
}
