/** What the bytes of a file turned out to be. */
export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly encoding: 'binary' };
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1';

const strict = new TextDecoder('utf-8', { fatal: true });
const little = new TextDecoder('utf-16le');
const big = new TextDecoder('utf-16be');
const western = new TextDecoder('windows-1252');

/** Text files hold no zero byte near the start; this many bytes are looked at, as git does. */
const binaryProbe = 8000;

/**
 * Bytes to text as an editor would: a byte order mark decides, then UTF-8, then the western code page that old Windows
 * files have. The mark itself is no part of the text, so that columns are those of the editor.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = markOf(bytes);
  if (marked === 'utf-16le') return { text: little.decode(bytes), encoding: marked };
  if (marked === 'utf-16be') return { text: big.decode(bytes), encoding: marked };
  if (bytes.subarray(0, binaryProbe).includes(0)) return { encoding: 'binary' };
  try {
    return { text: strict.decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: western.decode(bytes), encoding: 'latin-1' };
  }
}

/** The UTF-16 encoding that a byte order mark announces. */
export function markOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}
