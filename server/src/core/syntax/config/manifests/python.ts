import type { FactsBuilder } from '../factsBuilder.js';
import { iniEntries } from '../ini.js';
import { type ConfigNode, entriesAt, itemsAt, nodeAt, type ScalarNode, withoutPath } from '../tree.js';
import { addRequirement, MAX_REQUIREMENT_LENGTH } from './pep508.js';
import { addTable } from './tableDependencies.js';

/**
 * `pyproject.toml`: PEP 621, dependency groups (PEP 735), Poetry, PDM, uv and Hatch environments. What the build itself
 * needs (`build-system`) is left out. Returns what is left for settings.
 */
export function readPyproject(root: ConfigNode, out: FactsBuilder, text: string): ConfigNode {
  addList(itemsAt(root, 'project', 'dependencies'), out);
  for (const group of entriesAt(root, 'project', 'optional-dependencies')) addList(itemsAt(group.value), out);
  for (const group of entriesAt(root, 'dependency-groups')) addList(itemsAt(group.value), out);
  for (const group of entriesAt(root, 'tool', 'pdm', 'dev-dependencies')) addList(itemsAt(group.value), out);
  addList(itemsAt(root, 'tool', 'uv', 'dev-dependencies'), out);
  for (const environment of entriesAt(root, 'tool', 'hatch', 'envs')) {
    addList(itemsAt(environment.value, 'dependencies'), out);
    addList(itemsAt(environment.value, 'extra-dependencies'), out);
  }
  const poetry = nodeAt(root, 'tool', 'poetry');
  for (const table of ['dependencies', 'dev-dependencies']) addTable(nodeAt(poetry, table), 'pypi', out, text);
  for (const group of entriesAt(poetry, 'group')) addTable(nodeAt(group.value, 'dependencies'), 'pypi', out, text);
  return [
    ['project'],
    ['dependency-groups'],
    ['build-system'],
    ['tool', 'pdm'],
    ['tool', 'poetry'],
    ['tool', 'hatch'],
    ['tool', 'uv'],
  ].reduce(withoutPath, root);
}

function addList(items: readonly ConfigNode[], out: FactsBuilder): void {
  for (const item of items) if (item.kind === 'scalar') addRequirement(item.value, item.span.start, out);
}

/** `Pipfile`. */
export function readPipfile(root: ConfigNode, out: FactsBuilder, text: string): void {
  for (const table of ['packages', 'dev-packages']) addTable(nodeAt(root, table), 'pypi', out, text);
}

/** `setup.cfg`: `install_requires` and the extras, one requirement a line. */
export function readSetupCfg(text: string, out: FactsBuilder): void {
  for (const { section, key, valueSpan } of iniEntries(text)) {
    const isInstall = section === 'options' && /^(install_requires|tests_require)$/.test(key);
    if (!isInstall && section !== 'options.extras_require') continue;
    let at = valueSpan.start;
    for (const line of text.slice(valueSpan.start, valueSpan.end).split('\n')) {
      const comment = line.search(/(?:^|\s)#/);
      addRequirement(comment === -1 ? line : line.slice(0, comment), at, out);
      at += line.length + 1;
    }
  }
}

const condaSpec = /^(?:[\w.-]+::)?([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*([=<>!~][^#]*)?$/;

/** `environment.yml` of conda: its own packages bear the names of PyPI often enough to count; those under `pip` do. */
export function readConda(root: ConfigNode, out: FactsBuilder): ConfigNode {
  for (const item of itemsAt(root, 'dependencies')) {
    if (item.kind === 'scalar') addConda(item, out);
    else
      for (const pip of itemsAt(item, 'pip')) if (pip.kind === 'scalar') addRequirement(pip.value, pip.span.start, out);
  }
  return withoutPath(root, ['dependencies']);
}

function addConda(item: ScalarNode, out: FactsBuilder): void {
  if (item.value.length > MAX_REQUIREMENT_LENGTH) return;
  const found = condaSpec.exec(item.value.trim());
  const name = found?.[1];
  if (name === undefined) return;
  const start = item.span.start + item.value.indexOf(name, item.value.indexOf('::') + 1);
  out.dependency('pypi', name, found?.[2]?.trim(), item.span, { start, end: start + name.length });
}
