import type { HoleStyle } from './language.js';

/** A heredoc that was announced on a line and whose text starts on the next. */
export interface PendingHeredoc {
  readonly label: string;
  /** The closing label may be followed by code on the same line (PHP, Ruby method calls do not). */
  readonly anyTail: boolean;
  /** How holes are written in it, when it has any. */
  readonly holes?: HoleStyle;
  /** Index of the string token that stands for it. */
  readonly token: number;
}

interface HeredocStart {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly anyTail: boolean;
  readonly holes?: HoleStyle;
  readonly isBodyNext: true;
}

const forms = {
  shell: /<<-?\s*(?:"([\w-]+)"|'([\w-]+)'|\\?([A-Za-z_][\w-]*))/y,
  ruby: /<<[~-](?:"([^"\n]+)"|'([^'\n]+)'|([A-Za-z_]\w*))/y,
  php: /<<<\s*(?:"(\w+)"|'(\w+)'|([A-Za-z_]\w*))/y,
} as const;

const holeStyles: Readonly<Record<keyof typeof forms, HoleStyle | undefined>> = {
  shell: undefined,
  ruby: '#{',
  php: '{$',
};

/** The heredoc announced at this offset, if any. */
export function heredocAt(text: string, at: number, style: keyof typeof forms): HeredocStart | undefined {
  if (text.charCodeAt(at) !== 60 || text.charCodeAt(at + 1) !== 60) return undefined;
  if (style === 'shell' && text[at + 2] === '<') return undefined;
  const form = forms[style];
  form.lastIndex = at;
  const match = form.exec(text);
  if (!match) return undefined;
  const label = match[1] ?? match[2] ?? match[3] ?? '';
  // A label in single quotes asks for plain text.
  const holes = match[2] === undefined ? holeStyles[style] : undefined;
  return {
    start: at,
    end: at + match[0].length,
    label,
    anyTail: style === 'php',
    isBodyNext: true,
    ...(holes && { holes }),
  };
}
