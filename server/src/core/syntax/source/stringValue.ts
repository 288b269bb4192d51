import type { StringToken, Tokens } from './tokens.js';
import { FILLER, HOLE } from './marks.js';

/** The text of a string literal, with escapes undone and each hole as `HOLE`. */
export function stringValue(tokens: Tokens, string: StringToken): string {
  const { text } = tokens;
  let value = '';
  let from = string.contentStart;
  for (const hole of string.holes) {
    value += unescape(text.slice(from, hole.start), string.escape) + HOLE;
    from = hole.end;
  }
  value += unescape(text.slice(from, string.contentEnd), string.escape);
  return value.includes(FILLER) ? value.replaceAll(FILLER, '') : value;
}

const simple: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', '\n': '' };

function unescape(raw: string, escape: StringToken['escape']): string {
  if (escape === undefined) return raw;
  if (escape === 'double')
    return raw.includes('""') || raw.includes("''") ? raw.replace(/""/g, '"').replace(/''/g, "'") : raw;
  if (!raw.includes(escape)) return raw;
  if (escape === '`') return raw.replace(/`(.)/gs, '$1');
  return raw.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/gs,
    (_, long, four, two, other) => {
      const code: string | undefined = long ?? four ?? two;
      if (code !== undefined) return String.fromCodePoint(Math.min(0x10ffff, parseInt(code, 16)));
      return simple[other as string] ?? (other as string);
    },
  );
}
