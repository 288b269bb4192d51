import { rootOf, type CallWords } from './callWords.js';
import type { TrackedObject } from '../fileContext.js';

/** Objects of generative AI by the name they are known under in a file. */
export class TrackedNames extends Map<string, TrackedObject> {
  private readonly roots = new Set<string>();

  override set(name: string, object: TrackedObject): this {
    this.roots.add(rootOf(name));
    return super.set(name, object);
  }

  /** Whether a call of this name may be made on one of them: most are on something else. */
  mayOwn({ root, second }: CallWords): boolean {
    return this.roots.has(root) || (second !== undefined && this.has(second));
  }
}
