import { createRequire } from 'node:module';
import type * as TreeSitter from '@vscode/tree-sitter-wasm';
import type { Language, Node, Parser } from '@vscode/tree-sitter-wasm';
import type { Grammar } from './grammar.js';

const require = createRequire(import.meta.url);
const runtime = require('@vscode/tree-sitter-wasm') as typeof TreeSitter;

let ready: Promise<void> | undefined;
const parsers = new Map<string, Parser>();

/** A parser for the grammar; undefined when its package, which is optional, is not installed. */
export async function parserFor(grammar: Grammar): Promise<Parser | undefined> {
  const known = parsers.get(grammar.wasm);
  if (known) return known;
  let file: string;
  try {
    file = require.resolve(grammar.wasm);
  } catch {
    return undefined;
  }
  await (ready ??= runtime.Parser.init());
  const language: Language = await runtime.Language.load(file);
  const parser = new runtime.Parser();
  parser.setLanguage(language);
  parsers.set(grammar.wasm, parser);
  return parser;
}

/** Calls `use` with the tree's root; null for a text that the grammar cannot read without errors. */
export function withTree<T>(parser: Parser, text: string, use: (root: Node) => T): T | null {
  const tree = parser.parse(text);
  if (!tree) return null;
  try {
    return tree.rootNode.hasError ? null : use(tree.rootNode);
  } finally {
    // The memory of a tree is the grammar's own; nothing else frees it.
    tree.delete();
  }
}

export function namedChildren(node: Node): Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null);
}
