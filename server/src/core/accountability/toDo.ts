/** `INVULLEN…`, as the quick fixes write it. */
export function isToDo(value: string): boolean {
  return /^\s*(?:INVULLEN|TODO|NTB|n\.t\.b\.?)(?![A-Za-z])/i.test(value);
}
