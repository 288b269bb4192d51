import type { Span } from '../../place.js';
import type { FactsBuilder } from './factsBuilder.js';
import { addScript } from './script.js';

/** One `key = value` of an INI file; the value includes the indented lines that carry it on. */
export interface IniEntry {
  readonly section: string;
  readonly key: string;
  readonly keySpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

const header = /^\[([^\]]*)\]/;
const entryStart = /^([^\s#;=:[][^=:]*?)[ \t]*[=:][ \t]*/;

/** INI as `configparser` and editors read it: sections, `=` or `:`, comments with `#` or `;`, indented continuations. */
export function iniEntries(text: string): IniEntry[] {
  const entries: IniEntry[] = [];
  let section = '';
  let open: { key: string; keySpan: Span; start: number; end: number } | undefined;
  const close = (): void => {
    if (!open) return;
    const valueSpan = { start: open.start, end: open.end };
    entries.push({ section, key: open.key, keySpan: open.keySpan, value: text.slice(open.start, open.end), valueSpan });
    open = undefined;
  };
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const lineEnd = next === -1 ? text.length : next;
    const line = text.slice(at, lineEnd);
    const trimmed = line.trimStart();
    const start = at + line.length - trimmed.length;
    const isComment = trimmed.startsWith('#') || trimmed.startsWith(';');
    if (trimmed !== '' && !isComment) {
      if (open && start > at) {
        if (open.start === open.end) open.start = start;
        open.end = start + withoutComment(trimmed).length;
      } else {
        close();
        const named = header.exec(trimmed);
        const found = named ? undefined : entryStart.exec(trimmed);
        if (named) section = named[1] as string;
        else if (found) {
          const key = found[1] as string;
          const value = withoutComment(trimmed.slice(found[0].length));
          const from = start + found[0].length;
          open = { key, keySpan: { start, end: start + key.length }, start: from, end: from + value.length };
        }
      }
    }
    at = lineEnd + 1;
  }
  close();
  return entries;
}

function withoutComment(text: string): string {
  const comment = text.search(/(?:^|[ \t])[#;]/);
  return (comment === -1 ? text : text.slice(0, comment)).trimEnd();
}

export function readIni(text: string, out: FactsBuilder): void {
  for (const { section, key, keySpan, value, valueSpan } of iniEntries(text)) {
    const quoted = /^(["'])([^]*)\1$/.exec(value);
    // systemd and supervisor: what is started, and what it is given.
    if (/^(?:Exec\w+|command)$/.test(key)) addScript(value, valueSpan.start, out);
    else if (/^environment$/i.test(key)) addVariables(section, value, valueSpan.start, out);
    const span = quoted ? { start: valueSpan.start + 1, end: valueSpan.end - 1 } : valueSpan;
    out.setting(section === '' ? [key] : [section, key], quoted?.[2] ?? value, keySpan, span);
  }
}

/** `Environment="KEY=value" OTHER=value` */
function addVariables(section: string, text: string, start: number, out: FactsBuilder): void {
  for (const { 0: all, 1: name = '', 2: value = '', index } of text.matchAll(assignments)) {
    const [from, end] = [start + index, start + index + all.length];
    out.setting([section, name], value, { start: from, end: from + name.length }, { start: end - value.length, end });
  }
}

const assignments = /\b([A-Z][A-Z0-9_]{3,})=["']?([^"'\s,]*)/g;
