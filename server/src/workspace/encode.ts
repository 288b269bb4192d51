import { markOf, type Encoding } from './decode.js';

/** How a file writes its characters, so that a changed text can be written in the same way. */
export interface Writing {
  readonly encoding: Encoding;
  /** Begins with a byte order mark. */
  readonly mark: boolean;
}

export const plainWriting: Writing = { encoding: 'utf-8', mark: false };

/** The writing of bytes that were decoded as `encoding`. */
export function writingOf(bytes: Uint8Array, encoding: Encoding): Writing {
  const utf8Mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { encoding, mark: markOf(bytes) !== undefined || utf8Mark };
}

/** Text to bytes; undefined for a character that the encoding does not have. */
export function encode(text: string, { encoding, mark }: Writing): Uint8Array | undefined {
  const marked = mark ? `\uFEFF${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(marked);
    case 'utf-16le':
    case 'utf-16be':
      return wide(marked, encoding === 'utf-16le');
    case 'latin-1':
      return western(text);
  }
}

function wide(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return bytes;
}

/** What the western code page has where ISO 8859-1 has control characters: from 0x80 on. */
const westernExtras = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function western(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const extra = code < 0x80 ? -1 : westernExtras.indexOf(text[at] as string);
    // Some decoders (Node 20's) give the control character for such a byte; that goes back as it came.
    if (extra === -1 && code > 0xff) return undefined;
    bytes[at] = extra === -1 ? code : 0x80 + extra;
  }
  return bytes;
}
