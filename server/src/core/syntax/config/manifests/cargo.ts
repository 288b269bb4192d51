import type { FactsBuilder } from '../factsBuilder.js';
import { type ConfigNode, entriesAt, nodeAt, withoutPath } from '../tree.js';
import { addTable, aliased } from './tableDependencies.js';

const tables = ['dependencies', 'dev-dependencies', 'build-dependencies'];

/** `Cargo.toml`: its tables, those of the workspace and those for one platform. Returns what is left for settings. */
export function readCargo(root: ConfigNode, out: FactsBuilder, text: string): ConfigNode {
  for (const table of tables) addTable(nodeAt(root, table), 'cargo', out, text, cratesName);
  addTable(nodeAt(root, 'workspace', 'dependencies'), 'cargo', out, text, cratesName);
  for (const target of entriesAt(root, 'target')) {
    for (const table of tables) addTable(nodeAt(target.value, table), 'cargo', out, text, cratesName);
  }
  return [...tables.map((table) => [table]), ['workspace', 'dependencies'], ['target']].reduce(withoutPath, root);
}

const cratesName: typeof aliased = (entry) => (entry.value.kind === 'map' ? aliased(entry) : entry.key);
