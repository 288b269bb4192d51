import { decode } from '../workspace/decode.js';
import type { FileSystem } from '../workspace/fileSystem.js';

export type TextOf = (path: string) => string | undefined;

/** Reads files once more that matter to a report, because a project keeps facts and no texts. */
export async function textsOf(paths: Iterable<string>, fileSystem: FileSystem): Promise<TextOf> {
  const texts = new Map<string, string>();
  for (const path of new Set(paths)) {
    const bytes = await fileSystem.read(path);
    const decoded = bytes && decode(bytes);
    if (decoded && decoded.encoding !== 'binary') texts.set(path, decoded.text);
  }
  return (path) => texts.get(path);
}
