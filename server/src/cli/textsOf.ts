import type { Project } from '../core/project.js';
import { decode } from '../workspace/decode.js';
import type { FileSystem } from '../workspace/fileSystem.js';

export type TextOf = (path: string) => string | undefined;

/** Reads the files that have a finding once more, because the project keeps facts and no texts. */
export async function textsOf(project: Project, fileSystem: FileSystem): Promise<TextOf> {
  const texts = new Map<string, string>();
  for (const path of project.paths()) {
    if (project.findings(path).length === 0) continue;
    const bytes = await fileSystem.read(path);
    const decoded = bytes && decode(bytes);
    if (decoded && decoded.encoding !== 'binary') texts.set(path, decoded.text);
  }
  return (path) => project.text(path) ?? texts.get(path);
}
