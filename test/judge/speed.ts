import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFacts } from '../../server/src/core/syntax/readFacts.js';
import { generate } from './generate/generate.js';
import { templates } from './generate/index.js';
import { grammars, type GrammarName } from './grammars/index.js';

/**
 * How fast texts become facts on one warm thread, per language: of the folder that is named, else of generated programs.
 * Generated programs are denser than what people write, so they are read more slowly.
 */
const MEGABYTE = 1_000_000;
const ROUNDS = 5;
const folder = process.argv[2];

for (const name of Object.keys(grammars) as GrammarName[]) {
  const { path } = grammars[name];
  const texts = folder === undefined ? generated(name) : filesOf(folder, path.slice(path.lastIndexOf('.')));
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length === 0) continue;
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++)
    best = Math.min(
      best,
      timed(() => texts.forEach((text) => readFacts(path, text))),
    );
  const long = ofLines(texts, 2000);
  let reread = Infinity;
  for (let round = 0; round < 4 * ROUNDS; round++)
    reread = Math.min(
      reread,
      timed(() => readFacts(path, long)),
    );
  const speed = (length / MEGABYTE / (best / 1000)).toFixed(1);
  console.log(
    `${name.padEnd(11)} ${(length / MEGABYTE).toFixed(2)} MB ${speed.padStart(6)} MB/s   2,000 lines in ${reread.toFixed(1)} ms`,
  );
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function generated(name: GrammarName): string[] {
  return Array.from({ length: 60 }, (_, seed) => generate(templates[name], seed, 30));
}

function filesOf(root: string, ending: string): string[] {
  const texts: string[] = [];
  let length = 0;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(ending) || length > 4 * MEGABYTE) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    texts.push(text);
    length += text.length;
  }
  return texts;
}

function ofLines(texts: readonly string[], count: number): string {
  const lines: string[] = [];
  while (lines.length < count) for (const text of texts) lines.push(...text.split('\n'));
  return lines.slice(0, count).join('\n');
}
