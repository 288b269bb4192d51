/** The list with one more item. Most hold one; an empty array that is pushed to takes room for sixteen. */
export function grow<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}
