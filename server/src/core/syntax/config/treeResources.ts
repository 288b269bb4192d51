import type { FactsBuilder } from './factsBuilder.js';
import { addScript } from './script.js';
import type { EntryVisitor } from './treeFacts.js';
import { type ConfigNode, type MapEntry, type MapNode, entryOf, scalarAt, spanOf } from './tree.js';

/** Keys whose text a shell runs, in workflows, pipelines, Compose, manifests of Kubernetes and dev containers. */
const commandKeys = new Set([
  'run',
  'script',
  'before_script',
  'after_script',
  'bash',
  'pwsh',
  'powershell',
  'inlineScript',
  'command',
  'entrypoint',
  'cmd',
  'cmds',
  'commands',
  'postCreateCommand',
  'postStartCommand',
  'postAttachCommand',
  'onCreateCommand',
  'initializeCommand',
  'updateContentCommand',
  'user_data',
  'entryPoint',
]);

const permission = /^[a-z][a-z0-9-]*:[A-Za-z*][\w*]*$|^roles\/[\w.]+$|^[a-z]+(?:\.[a-zA-Z]+){2,}$/;

/** What infrastructure files start, use or allow, by the keys that YAML, JSON, HCL and Bicep share for it. */
export function resourceVisitor(out: FactsBuilder, text: string): EntryVisitor {
  return (entry, parent) => {
    const { key, value } = entry;
    if (key === 'image' || key === 'container_image' || key === 'containerImage') addImage(value, out);
    else if (key === 'uses' && value.kind === 'scalar') addAction(value.value, value.span, out);
    else if (/^(?:not_?)?actions?$|^(?:included_?)?permissions$|^role$/i.test(key)) addPermissions(value, out);
    else if (commandKeys.has(key)) addCommand(entry, parent, out, text);
    return undefined;
  };
}

function addImage(value: ConfigNode, out: FactsBuilder): void {
  if (value.kind === 'scalar') {
    if (!value.expression) out.resource('image', value.value, value.span);
    return;
  }
  // Helm: `image: { registry, repository, tag }`; GitLab: `image: { name }`.
  const name = scalarAt(value, 'repository') ?? scalarAt(value, 'name');
  const tag = scalarAt(value, 'tag')?.value;
  if (name) out.resource('image', tag ? `${name.value}:${tag}` : name.value, name.span);
}

function addAction(value: string, span: { start: number; end: number }, out: FactsBuilder): void {
  if (value.startsWith('docker://')) out.resource('image', value.slice(9), { start: span.start + 9, end: span.end });
  else out.resource('action', value.replace(/@.*$/, ''), span);
}

function addPermissions(value: ConfigNode, out: FactsBuilder): void {
  const items = value.kind === 'list' ? value.items : [value];
  for (const item of items) {
    if (item.kind === 'scalar' && permission.test(item.value)) out.resource('permission', item.value, item.span);
  }
}

/** A text is a script, line by line; a list is either lines of a script or the words of one command. */
function addCommand(entry: MapEntry, parent: MapNode, out: FactsBuilder, text: string): void {
  const { key, value } = entry;
  const isWords = /^(?:command|entrypoint|cmd|entryPoint)$/.test(key);
  const args = isWords ? entryOf(parent, 'args')?.value : undefined;
  if (value.kind === 'scalar' && !args) {
    if (!value.expression) addScript(value.value, value.span.start, out);
  } else if (value.kind === 'list' && !isWords) {
    for (const item of value.items) {
      if (item.kind === 'scalar') addScript(item.value, item.span.start, out);
      else if (scalarAt(item, 'cmd'))
        addScript(scalarAt(item, 'cmd')?.value ?? '', scalarAt(item, 'cmd')?.span.start ?? 0, out);
    }
  } else {
    const words = [...wordsOf(value), ...(args ? wordsOf(args) : [])];
    const start = spanOf(value)?.start;
    const end = (args && spanOf(args)?.end) ?? spanOf(value)?.end;
    if (start === undefined || end === undefined || words.length === 0) return;
    const span = start < end ? { start, end } : { start: end, end: start };
    if (text.slice(span.start, span.end).length > 0) out.resource('command', words.join(' '), spanOf(value) ?? span);
  }
}

function wordsOf(node: ConfigNode): string[] {
  if (node.kind === 'scalar') return [node.value];
  return node.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.value] : [])) : [];
}
