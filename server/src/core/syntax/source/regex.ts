/** End of the regular expression literal that starts with `/` here; -1 when the line ends first, so it is a division. */
export function regexEnd(text: string, start: number, to: number): number {
  let inClass = false;
  for (let at = start + 1; at < to; at++) {
    const char = text[at];
    if (char === '\n') return -1;
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) {
      let end = at + 1;
      while (end < to && /[a-z]/i.test(text[end] as string)) end++;
      return end;
    }
  }
  return -1;
}
