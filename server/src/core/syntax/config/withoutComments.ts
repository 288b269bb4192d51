/** Comments as spaces; strings stay, so that `//` in an URL is none. */
export function withoutComments(text: string): string {
  return text.replace(/"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g, (found) =>
    found.startsWith('/') ? found.replace(/[^\r\n]/g, ' ') : found,
  );
}
