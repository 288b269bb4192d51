/** The last part of a dotted name: `create` of `client.chat.completions.create`. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
