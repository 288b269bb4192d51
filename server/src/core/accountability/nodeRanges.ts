import { isMap, isNode, isPair, isScalar } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Range } from '../place.js';

export type Path = readonly (string | number)[];

/** Where the parts of a YAML document stand. A part that is not there gives its nearest parent. */
export class NodeRanges {
  constructor(
    private readonly document: Document,
    private readonly rangeAt: (start: number, end: number) => Range,
  ) {}

  /** The value at a path; of a map or list only where it begins, so that a squiggle stays short. */
  value(path: Path): Range {
    const node = this.nodeAt(path);
    if (node?.range) {
      const [start, end] = node.range;
      if (isScalar(node)) return this.rangeAt(start, Math.max(end, start));
      return this.key(path) ?? this.firstKey(node) ?? this.rangeAt(start, start + 1);
    }
    return path.length === 0 ? this.rangeAt(0, 0) : this.value(path.slice(0, -1));
  }

  /** The key of an entry of a map. */
  key(path: Path): Range | undefined {
    const last = path.at(-1);
    const parent = this.nodeAt(path.slice(0, -1));
    if (typeof last !== 'string' || !isMap(parent)) return undefined;
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === last);
    const range = isPair(pair) && isNode(pair.key) ? pair.key.range : undefined;
    return !range ? undefined : this.rangeAt(range[0], range[1]);
  }

  private firstKey(node: Node): Range | undefined {
    const first = isMap(node) ? node.items[0]?.key : undefined;
    return isNode(first) && first.range ? this.rangeAt(first.range[0], first.range[1]) : undefined;
  }

  private nodeAt(path: Path): Node | undefined {
    const node: unknown = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    return isNode(node) ? node : undefined;
  }
}
