const LINE_END = 10;
const SLASH = 47;
const BACKSLASH = 92;
/** No person writes a longer one. */
const MAX_LENGTH = 4000;

/** Where the regular expression literal that starts with `/` here ends; not closed when the line ends first: a division. */
export function regexEnd(
  text: string,
  start: number,
  to: number,
): { readonly end: number; readonly isClosed: boolean } {
  let inClass = false;
  let at = start + 1;
  const limit = Math.min(to, start + MAX_LENGTH);
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_END) break;
    if (code === BACKSLASH) at++;
    else if (code === 91) inClass = true;
    else if (code === 93) inClass = false;
    else if (code === SLASH && !inClass) {
      let end = at + 1;
      while (end < to && /[a-z]/i.test(text.charAt(end))) end++;
      return { end, isClosed: true };
    }
  }
  return { end: at, isClosed: false };
}
