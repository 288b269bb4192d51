import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './generate/generate.js';
import { templates } from './generate/index.js';
import type { GrammarName } from './grammars/index.js';

export interface Sample {
  readonly name: string;
  readonly text: string;
}

const endings: Readonly<Record<GrammarName, RegExp>> = {
  python: /\.py$/,
  javascript: /\.[mc]?jsx?$/,
  typescript: /(?<!\.d)\.[mc]?ts$/,
  tsx: /\.tsx$/,
  java: /\.java$/,
  csharp: /\.cs$/,
  go: /\.go$/,
  php: /\.php$/,
  ruby: /\.rb$/,
  rust: /\.rs$/,
  kotlin: /\.kts?$/,
  r: /\.[rR]$/,
  bash: /\.sh$/,
  powershell: /\.ps1$/,
  scala: /\.scala$/,
  swift: /\.swift$/,
  dart: /\.dart$/,
};

const SEEDS = 25;
/** The compiler of the judge reads these as slowly as the longest: longer ones are left to the other samples. */
const MAX_LENGTH = 60_000;

/** Texts to compare: the fixtures, this product's own sources, and programs that are put together by chance. */
export function samplesOf(name: GrammarName): Sample[] {
  const folders = [
    'test/fixtures',
    'test/example',
    ...(name === 'typescript' ? ['server/src', 'client/src', 'test/judge'] : []),
  ];
  const files = folders.flatMap((folder) => filesUnder(folder, endings[name]));
  const generated = Array.from({ length: SEEDS }, (_, seed) => ({
    name: `${name}, seed ${String(seed)}`,
    text: generate(templates[name], seed, 6),
  }));
  return [...files.filter(({ text }) => text.length < MAX_LENGTH), ...generated];
}

function filesUnder(folder: string, ending: RegExp): Sample[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({ name: path, text: readFileSync(path, 'utf8') }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
