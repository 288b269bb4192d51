import type { Span } from '../../place.js';
import type { FactsBuilder } from './factsBuilder.js';
import { type ConfigNode, type MapEntry, type MapNode, type ScalarNode, scalarAt } from './tree.js';

/** Sees each entry on the way; `false` keeps the walk out of it (its facts are given elsewhere). */
export type EntryVisitor = (entry: MapEntry, parent: MapNode, path: readonly string[]) => boolean | undefined;

/** Every leaf of the tree as a setting, in one walk; `visit` takes the chance to find resources and dependencies. */
export function addSettings(
  node: ConfigNode,
  out: FactsBuilder,
  path: readonly string[] = [],
  visit?: EntryVisitor,
  keySpan?: Span,
): void {
  if (node.kind === 'scalar') {
    out.setting(path, node.value, keySpan ?? node.span, node.span, node.expression === true);
    return;
  }
  if (node.kind === 'map') {
    const isModels = path.at(-1) === 'models';
    // `secrets: { KEY: { description } }` of a dev container, a workflow that is called.
    const isSecrets = path.at(-1) === 'secrets';
    // `env: { KEY: { description } }` of Heroku.
    const isDeclared = ({ key, value }: MapEntry) =>
      value.kind === 'map' && (isSecrets || (path.at(-1) === 'env' && /^[A-Z][A-Z0-9_]{3,}$/.test(key)));
    for (const [index, entry] of node.entries.entries()) {
      // `models: { gpt-4o: { … } }` is a list of their names as well.
      if (isModels && entry.value.kind === 'map')
        out.setting([...path, String(index)], entry.key, entry.keySpan, entry.keySpan);
      // `provider: { anthropic: {} }` is the same as the name alone, unless it says where that is.
      if (isBare(entry, path) && node.entries.every(({ key }) => !/host|url|endpoint/i.test(key)))
        out.setting(path, entry.key, entry.keySpan, entry.keySpan);
      if (isDeclared(entry)) out.setting([...path, entry.key], '', entry.keySpan, entry.keySpan, true);
      if (visit?.(entry, node, path) === false) continue;
      if (isTaken(entry)) {
        const { end } = entry.keySpan;
        out.setting([...path, entry.key], '', entry.keySpan, { start: end, end }, true);
      }
      // `variables: { NAME: { value, description } }` of GitLab.
      const described = path.at(-1) === 'variables' ? scalarAt(entry.value, 'value') : undefined;
      addSettings(described ?? entry.value, out, [...path, entry.key], visit, entry.keySpan);
    }
    return;
  }
  const key = path[path.length - 1] ?? '';
  // `args` are build arguments in Compose and plain arguments elsewhere: only `KEY=value` tells.
  const assignment = isEnvironmentKey(key)
    ? passedOrAssigned
    : /^(?:args|parameter_overrides|literals)$/.test(key)
      ? assigned
      : undefined;
  node.items.forEach((item, index) => {
    if (item.kind === 'scalar' && assignment && addAssignment(item, assignment, out, path)) return;
    if (item.kind === 'map' && addNamedValue(item, out, path, visit)) return;
    addSettings(item, out, [...path, String(index)], visit);
  });
}

function isBare({ value }: MapEntry, path: readonly string[]): boolean {
  return path.at(-1) === 'provider' && value.kind === 'map' && value.entries.length === 0;
}

/** `OPENAI_API_KEY: { secretKeyRef: { … } }` in the values of a chart. */
function isTaken({ key, value }: MapEntry): boolean {
  if (value.kind !== 'map' || value.entries.length !== 1 || !/^[A-Z][A-Z0-9_]{3,}$/.test(key)) return false;
  return /^(?:valueFrom|(?:secret|configMap)(?:Key)?Ref)$/.test(value.entries[0]?.key ?? '');
}

function isEnvironmentKey(key: string): boolean {
  return /^(env|environment|env_?vars?|environment_?variables|build_?args)$/i.test(key);
}

const passedOrAssigned = /^([A-Za-z_][\w.-]*)(?:=|$)/;
const assigned = /^([A-Za-z_]\w*)=/;

/** `KEY=value`, or `KEY` alone where the value is passed through. */
function addAssignment(item: ScalarNode, pattern: RegExp, out: FactsBuilder, path: readonly string[]): boolean {
  const name = pattern.exec(item.value)?.[1];
  if (name === undefined) return false;
  const { start } = item.span;
  const nameEnd = start + name.length;
  const hasValue = item.value.length > name.length;
  const valueStart = hasValue ? nameEnd + 1 : nameEnd;
  const value = hasValue ? item.value.slice(name.length + 1) : '';
  // Quotes inside the entry (`KEY="value"` without outer quotes) belong to the value's notation, not to the value.
  const quoted = /^(["'])(.*)\1$/.exec(value);
  const span = quoted ? { start: valueStart + 1, end: item.span.end - 1 } : { start: valueStart, end: item.span.end };
  out.setting([...path, name], quoted?.[2] ?? value, { start, end: nameEnd }, span);
  return true;
}

const valueKeys = ['value', 'Value', 'defaultValue'];
/** Where the value of a named entry comes from another object: a secret, a config map, a parameter store. */
const sourceKeys = ['valueFrom', 'secretRef', 'value_from', 'value_source', 'secret_ref'];

/** `{ name: KEY, value: … }` in a list: Kubernetes, ECS, App Service, Azure Pipelines, n8n. */
function addNamedValue(item: MapNode, out: FactsBuilder, path: readonly string[], visit?: EntryVisitor): boolean {
  const key = scalarAt(item, 'key');
  // `key: MODEL` of Render and DigitalOcean; elsewhere a key is of another kind.
  const variable = key && /^[A-Z][A-Z0-9_]{3,}$/.test(key.value) ? key : undefined;
  const name = scalarAt(item, 'name') ?? scalarAt(item, 'Name') ?? variable;
  if (!name || name.value === '' || name.expression) return false;
  // `{ name, type, default }`: a parameter of Azure Pipelines.
  const isValue = ({ key: name }: MapEntry) =>
    valueKeys.includes(name) || (name === 'default' && path.at(-1) === 'parameters');
  const value = item.entries.find(isValue);
  const source = item.entries.find((entry) => sourceKeys.includes(entry.key));
  if (value ? value.value.kind !== 'scalar' : !source) return false;
  const here = [...path, name.value];
  if (value?.value.kind === 'scalar') {
    out.setting(here, value.value.value, name.span, value.value.span, value.value.expression === true);
  } else {
    out.setting(here, '', name.span, { start: name.span.end, end: name.span.end }, true);
  }
  for (const entry of item.entries) {
    if (entry === value || entry.value === name) continue;
    if (visit?.(entry, item, here) === false) continue;
    addSettings(entry.value, out, [...here, entry.key], visit, entry.keySpan);
  }
  return true;
}
