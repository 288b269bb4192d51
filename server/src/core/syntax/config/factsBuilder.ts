import { TooMuch } from '../tooMuch.js';
import type { Span } from '../../place.js';
import type { CommentFact, DependencyFact, Ecosystem, ResourceFact, SettingFact } from '../fact.js';

/** One configuration file as its reader gets it. */
export interface ConfigurationFile {
  /** Relative to the scanned folder, with `/`. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  readonly text: string;
  /** Reads a file that stands inside this one, such as the entries of a ConfigMap. */
  readonly readEmbedded?: (file: ConfigurationFile, out: FactsBuilder) => boolean;
}

/**
 * A value that is (partly) filled in elsewhere: by the shell, a template engine, a pipeline, a build, a key vault, or
 * LiteLLM (`os.environ/NAME`).
 */
const referencePattern =
  /\$\{|\$\(|\$\[|\{\{|<%|#\{|%(?:env\()?[A-Za-z_][A-Za-z0-9_:]*\)?%|^\$[A-Za-z_]\w*$|^os\.environ\/|^@Microsoft\.KeyVault\(/;

export function holdsReference(value: string): boolean {
  return referencePattern.test(value);
}

/** So many leaves at most are kept of one file; a file with more is data. */
export const MAX_SETTINGS = 25_000;

/** Gathers the facts of one file. Readers only add; the order is that of the text. */
export class FactsBuilder {
  readonly settings: SettingFact[] = [];
  readonly dependencies: DependencyFact[] = [];
  readonly resources: ResourceFact[] = [];
  readonly directives: CommentFact[] = [];
  incomplete: string | undefined;

  /** `readInside` reads a file that a script writes; without it such a text is left alone. */
  constructor(private readonly readInside?: (name: string, text: string, out: FactsBuilder) => boolean) {}

  /** A file that stands inside this one from `start`. Whether it was of a kind that is read. */
  inside(name: string, text: string, start: number): boolean {
    const inner = new FactsBuilder();
    if (this.readInside?.(name, text, inner) !== true) return false;
    this.embed(inner, start, [name]);
    return true;
  }

  /** Takes over the facts of a file inside this one, whose text starts at `offset` and whose keys go on from `path`. */
  embed(inner: FactsBuilder, offset: number, path: readonly string[]): void {
    const moved = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
    for (const one of inner.settings) {
      const spans = { keySpan: moved(one.keySpan), valueSpan: moved(one.valueSpan) };
      this.settings.push({ ...one, ...spans, path: [...path, ...one.path] });
    }
    for (const one of inner.dependencies) {
      this.dependencies.push({ ...one, span: moved(one.span), nameSpan: moved(one.nameSpan) });
    }
    for (const one of inner.resources) this.resources.push({ ...one, span: moved(one.span) });
  }

  /** `reference` forces the mark for an expression that has no marks of its own (`var.url` in Terraform). */
  setting(path: readonly string[], value: string, keySpan: Span, valueSpan: Span, reference = false): void {
    if (this.settings.length >= MAX_SETTINGS) throw new TooMuch('too-much');
    const fact = { path, value, keySpan, valueSpan };
    this.settings.push(reference || holdsReference(value) ? { ...fact, reference: true } : fact);
  }

  dependency(
    ecosystem: Ecosystem,
    name: string,
    version: string | undefined,
    span: Span,
    nameSpan: Span,
    alias?: string,
  ): void {
    if (name === '') return;
    const rest = { ...(version && { version }), ...(alias !== undefined && { alias }) };
    this.dependencies.push({ ecosystem, name, span, nameSpan, ...rest });
  }

  resource(what: ResourceFact['what'], name: string, span: Span, image?: string): void {
    if (this.resources.length >= MAX_SETTINGS) throw new TooMuch('too-much');
    // What a template fills in as a whole says nothing, but for an image out of the values of a chart.
    if (name !== '' && (!/^\{\{[^]*\}\}$/.test(name) || (what === 'image' && name.includes('.Values.'))))
      this.resources.push({ what, name, span, ...(image !== undefined && { image }) });
  }

  /** A command whose words stand apart: each keeps its place, so that an offset in the name is one in the file. */
  words(words: readonly { readonly value: string; readonly span: Span }[], image?: string): void {
    const start = words[0]?.span.start ?? 0;
    const parts: string[] = [];
    let length = 0;
    for (const { value, span } of words) {
      const gap = Math.max(parts.length === 0 ? 0 : 1, span.start - start - length);
      parts.push(' '.repeat(gap), value);
      length += gap + value.length;
    }
    this.resource('command', parts.join(''), { start, end: words.at(-1)?.span.end ?? start }, image);
  }

  /** The first reason counts: what comes after is often a result of it. */
  notRead(reason: string): void {
    this.incomplete ??= reason;
  }
}
