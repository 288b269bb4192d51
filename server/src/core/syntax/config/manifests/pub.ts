import type { FactsBuilder } from '../factsBuilder.js';
import { type ConfigNode, nodeAt } from '../tree.js';
import { addTable, withoutKeys } from './tableDependencies.js';

const tables = ['dependencies', 'dev_dependencies', 'dependency_overrides'];

/** `pubspec.yaml` of Dart. Returns what is left for settings. */
export function readPubspec(root: ConfigNode, out: FactsBuilder, text: string): ConfigNode {
  for (const table of tables) addTable(nodeAt(root, table), 'pub', out, text);
  return withoutKeys(root, tables);
}
