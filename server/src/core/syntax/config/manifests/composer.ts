import type { FactsBuilder } from '../factsBuilder.js';
import { type ConfigNode, nodeAt } from '../tree.js';
import { addTable, withoutKeys } from './tableDependencies.js';

/** `composer.json`. Platform requirements (`php`, `ext-json`) have no vendor and match nothing, so they may stay. */
export function readComposer(root: ConfigNode, out: FactsBuilder, text: string): ConfigNode {
  for (const table of ['require', 'require-dev']) addTable(nodeAt(root, table), 'composer', out, text);
  return withoutKeys(root, ['require', 'require-dev', 'suggest', 'conflict', 'replace', 'keywords', 'description']);
}
