import { isBaselinePath } from '../core/baseline/baselineFile.js';
import { alwaysRead, hasTrigger } from '../core/catalog/trigger.js';
import { languageOf } from '../core/syntax/readFacts.js';

import type { Gate } from './gate.js';

/** Reads what the catalogue has a word for. */
export const catalogueGate: Gate = {
  readWhen(path) {
    if (alwaysRead(path) || isBaselinePath(path)) return 'always';
    return languageOf(path) === undefined ? 'never' : 'triggered';
  },
  hasTrigger,
};
