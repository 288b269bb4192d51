import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Scalar,
} from 'yaml';
import { lineStartsOf, rangeOf, type Range, type Span } from '../place.js';
import type { KeyPath } from './schemaNode.js';

/** A key or value with the keys and places that lead to it. */
export interface YamlPart {
  /** Of the value; for a key that of the value that belongs to it. */
  readonly path: KeyPath;
  readonly isKey: boolean;
  readonly node: Scalar;
  readonly span: Span;
}

/** A YAML text by the places of its parts. Broken text gives as much as can be told. */
export class YamlText {
  readonly document: Document;
  readonly #lineStarts: readonly number[];

  constructor(readonly text: string) {
    this.document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
    this.#lineStarts = lineStartsOf(text);
  }

  /** Every key and every single value, in the order of the text. */
  parts(): YamlPart[] {
    const parts: YamlPart[] = [];
    visit(this.document, {
      Scalar: (role, node, ancestors) => {
        const span = this.spanOf(node);
        if (!span) return;
        const path = pathOf([...ancestors, node]);
        parts.push({ path, isKey: role === 'key', node, span });
      },
    });
    return parts;
  }

  partAt(offset: number): YamlPart | undefined {
    return this.parts().find(({ span }) => span.start <= offset && offset <= span.end && span.end > span.start);
  }

  /** The place of a value without its quotation marks. */
  spanOf(node: Node): Span | undefined {
    if (!node.range) return undefined;
    const [start, end] = node.range;
    const isQuoted = isScalar(node) && /^['"]$/.test(this.text[start] ?? '') && end - start > 1;
    return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
  }

  rangeOf(span: Span): Range {
    return rangeOf(this.#lineStarts, span);
  }

  /** The items of a list at the top of the file, as maps. */
  items(list: string): { readonly index: number; readonly node: Node }[] {
    const node: unknown = this.document.get(list, true);
    if (!isSeq(node)) return [];
    return node.items.flatMap((item, index) => (isMap(item) ? [{ index, node: item as Node }] : []));
  }

  scalarAt(path: KeyPath): Scalar | undefined {
    const node: unknown = this.document.getIn(path, true);
    return isScalar(node) ? node : undefined;
  }
}

function pathOf(ancestors: readonly unknown[]): KeyPath {
  const path: (string | number)[] = [];
  for (const [at, node] of ancestors.entries()) {
    const child = ancestors[at + 1];
    if (isPair(node) && isNode(node.key)) path.push(isScalar(node.key) ? String(node.key.value) : '');
    else if (isSeq(node)) path.push(node.items.indexOf(child));
  }
  return path;
}
