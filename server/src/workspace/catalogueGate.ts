import { isBaselinePath } from '../core/baseline/baselineFile.js';
import { alwaysRead, hasTrigger } from '../core/catalog/trigger.js';
import { languageOf } from '../core/syntax/readFacts.js';

import type { Gate } from './gate.js';

/** A scan asks of each file several times. */
const answers = new Map<string, ReturnType<Gate['readWhen']>>();

function ask(path: string): ReturnType<Gate['readWhen']> {
  if (alwaysRead(path) || isBaselinePath(path)) return 'always';
  const language = languageOf(path);
  // Names of Python's packages can be short: `vllm`, `ai`.
  if (language === 'requirements') return 'always';
  return language === undefined ? 'never' : 'triggered';
}

/** Reads what the catalogue has a word for. */
export const catalogueGate: Gate = {
  readWhen(path) {
    let answer = answers.get(path);
    if (answer === undefined) {
      answer = ask(path);
      if (answers.size > 100_000) answers.clear();
      answers.set(path, answer);
    }
    return answer;
  },
  hasTrigger,
};
