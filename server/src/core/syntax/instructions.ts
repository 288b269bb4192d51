import { lineStartsOf } from '../place.js';
import { readConfiguration } from './config/readConfiguration.js';
import type { FileFacts } from './fact.js';
import { emptyFacts } from './readFacts.js';

const frontMatter = /^---[ \t]*\r?\n(?:(?!---).*\r?\n){1,200}/;

/** What an assistant is told in prose: of that only the settings above it count, which choose a model. */
export function readInstructions(path: string, text: string): FileFacts {
  const none = emptyFacts(path, 'text');
  const head = frontMatter.exec(text)?.[0];
  const read = head === undefined ? undefined : readConfiguration(path, head, 'yaml');
  return read ? { ...none, settings: read.settings, lineStarts: lineStartsOf(text) } : none;
}
