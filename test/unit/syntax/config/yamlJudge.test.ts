import assert from 'node:assert/strict';
import { isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml';
import { FactsBuilder } from '../../../../server/src/core/syntax/config/factsBuilder.js';
import type { ConfigNode } from '../../../../server/src/core/syntax/config/tree.js';
import { readYaml } from '../../../../server/src/core/syntax/config/yaml/readYaml.js';

type Plain = string | Plain[] | [string, Plain][] | null;

/** White space within a value may differ: this product's reader keeps it as it stands in the text. */
function words(value: string): string {
  return value.trim().split(/\s+/).join(' ');
}

function ours(node: ConfigNode): Plain {
  if (node.kind === 'scalar') return words(node.value);
  if (node.kind === 'list') return [' list', ...node.items.map(ours)];
  return node.entries.map((entry): [string, Plain] => [words(entry.key), ours(entry.value)]);
}

function theirs(node: Node | null, find: (alias: string) => Node | undefined): Plain {
  if (isAlias(node)) return theirs(find(node.source) ?? null, find);
  if (isMap<Node, Node | null>(node)) {
    return node.items.flatMap((pair): [string, Plain][] => {
      // Aliases of collections are left out on purpose.
      if (isAlias(pair.value) && !isScalar(find(pair.value.source))) return [];
      return [[words(isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : '?'), theirs(pair.value, find)]];
    });
  }
  if (isSeq<Node | null>(node)) return [' list', ...node.items.map((item) => theirs(item, find))];
  return isScalar(node) ? words(node.source ?? '') : '';
}

/** A small generator with a fixed seed, so that a failure can be repeated. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const scalars = [
  'plain',
  'two words',
  'https://x.example/v1?a=b#c',
  "'it''s'",
  '"q \\" \\n x"',
  '12',
  'true',
  '',
  'a:b',
  '-1',
  '- ',
  '!t v',
  '"{{ x }}"',
  "'# no'",
  'x # comment',
  '[a, "b", {c: d}]',
  '{k: v, l: [1, 2], "m":3}',
  '[]',
  '{}',
  '${A:-b}',
  '*.x',
  'C:\\path',
  '"multi\n      line"',
  'plain\n      more',
].filter((one) => one !== '- ' && one !== '*.x');

function block(random: (below: number) => number, indent: string, depth: number): string {
  const lines: string[] = [];
  const isList = random(3) === 0;
  for (let i = 0, n = 1 + random(4); i < n; i++) {
    const key = isList
      ? '-'
      : `${['key', '"quo ted"', "'q'", 'a.b', 'x-y', 'a b'][random(6)]?.replace(/(["']?)$/, `${i}$1`)}:`;
    const kind = depth > 4 ? 0 : random(8);
    if (kind < 4)
      lines.push(`${indent}${key} ${(scalars[random(scalars.length)] ?? '').replaceAll('\n', `\n${indent}`)}`);
    else if (kind === 4)
      lines.push(`${indent}${key} ${['|', '>-', '|+', '>'][random(4)]}\n${indent}    one\n\n${indent}      two # x`);
    else if (isList && kind === 5) lines.push(`${indent}- ${block(random, `${indent}  `, depth + 1).trimStart()}`);
    else if (!isList && kind === 5) lines.push(`${indent}${key}\n${indent}- a\n${indent}- b: c\n${indent}  d: e`);
    else lines.push(`${indent}${key}${random(3) === 0 ? ' # c' : ''}\n${block(random, `${indent}  `, depth + 1)}`);
    if (random(6) === 0) lines.push(random(2) === 0 ? '' : `${indent}# between`);
  }
  return lines.join('\n');
}

describe('configuration: YAML, with the library as judge', () => {
  it('reads 400 generated texts as the library does', () => {
    let judged = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const text = `${block(randomOf(seed), '', 0)}\n${seed % 3 === 0 ? '---\nsecond: 1\n' : ''}`;
      const documents = parseAllDocuments(text);
      if (!Array.isArray(documents) || documents.some((document) => document.errors.length > 0)) continue;
      judged++;
      const wanted = documents.map((document) => theirs(document.contents as Node | null, () => undefined));
      const out = new FactsBuilder();
      assert.deepEqual(readYaml(text, out).map(ours), wanted, `seed ${seed}\n${text}`);
      assert.equal(out.incomplete, undefined, text);
    }
    assert.ok(judged > 300, `${judged} of the texts are valid`);
  });
});
