import { type ConfigurationFile, FactsBuilder } from '../factsBuilder.js';
import { type ConfigNode, type MapEntry, MAX_DEPTH, type MapNode, scalarAt, spanOf } from '../tree.js';
import { addSettings } from '../treeFacts.js';
import { addChart, addKind, addModule, resourceVisitor } from '../treeResources.js';
import { addPurpose } from './granted.js';
import { type Dialect, ExpressionReader } from './expressionReader.js';

const dialect: Dialect = {
  quote: '"',
  assign: ['=', ':'],
  hashComments: true,
  transparent: new Set([
    'merge',
    'concat',
    'jsonencode',
    'yamlencode',
    'tomap',
    'toset',
    'tolist',
    'flatten',
    'sensitive',
    'nonsensitive',
    'object',
    'optional',
    'coalesce',
    'try',
    'lookup',
    // What a script or a file that is filled in gets: `templatefile("start.sh", { OPENAI_API_KEY = var.key })`.
    'templatefile',
    'base64encode',
    'base64gzip',
    'textencodebase64',
  ]),
};

/**
 * Terraform and OpenTofu. A block is a path of its type and labels: `resource "t" "n" { a = 1 }` gives the resource `t`
 * and the setting `resource › t › n › a`.
 */
export function readHcl(file: ConfigurationFile, out: FactsBuilder): void {
  const { name, text } = file;
  // HOCON has more than this reads: values without quotes, `include`.
  const isLoose = name.endsWith('.conf');
  const notRead = (why: string) => isLoose || out.notRead(why);
  const root = new HclReader(new ExpressionReader(text, dialect, out), out, notRead).body(0);
  const resources = resourceVisitor(out);
  addSettings(root, out, [], (entry, parent, path) =>
    addDocument(entry, path, file, out) ? false : resources(entry, parent, path),
  );
}

/** A heredoc that holds JSON or YAML, also as the one item of a list: containers, policies, the values of a chart. */
function addDocument(
  { key, value }: MapEntry,
  path: readonly string[],
  file: ConfigurationFile,
  out: FactsBuilder,
): boolean {
  const node = value.kind === 'list' && value.items.length === 1 ? value.items[0] : value;
  if (node?.kind !== 'scalar' || !node.value.includes('\n') || !file.readEmbedded) return false;
  const name = documentName(key, node.value);
  if (name === undefined) return false;
  // The first line starts where the others do: at its indentation.
  const from = file.text.lastIndexOf('\n', node.span.start - 1) + 1;
  const inner = new FactsBuilder();
  file.readEmbedded({ path: file.path, name, text: file.text.slice(from, node.span.end) }, inner);
  out.embed(inner, from, [...path, key]);
  return true;
}

/** By the name that it gets, or else by how it begins. */
function documentName(key: string, text: string): string | undefined {
  if (/\.(?:ya?ml|json|toml|env|properties|ini)$/.test(key)) return key.replace(/^.*\//, '');
  if (/^\[\[?[\w.-]+\]\]?\s*\n/.test(text)) return '.toml';
  if (/^[[{]/.test(text)) return '.json';
  return /^(?:---|(?:- )?[\w.-]+:)\s/.test(text) ? '.yaml' : undefined;
}

class HclReader {
  constructor(
    private readonly reader: ExpressionReader,
    private readonly out: FactsBuilder,
    private readonly notRead: (why: string) => void,
  ) {}

  /** Attributes and blocks up to the closing bracket or the end. */
  body(depth: number): MapNode {
    const { reader } = this;
    const entries: MapEntry[] = [];
    for (;;) {
      reader.skipTrivia();
      const char = reader.text[reader.at];
      if (char === undefined) break;
      if (char === '}') {
        reader.at++;
        if (depth > 0) break;
        continue;
      }
      const start = reader.at;
      const key = reader.word() ?? this.quotedKey();
      if (key === undefined) {
        this.notRead('not valid HCL: neither an attribute nor a block');
        reader.skipLine();
        continue;
      }
      const keySpan = { start, end: reader.at };
      reader.skipSpaces();
      if (reader.text[reader.at] === '=' || reader.text[reader.at] === ':') {
        reader.at++;
        reader.skipSpaces();
        entries.push({ key, keySpan, value: reader.value() });
      } else this.block(key, keySpan, entries, depth);
    }
    if (depth > 0 && reader.text[reader.at - 1] !== '}') this.notRead('not valid HCL: a block is not closed');
    return { kind: 'map', entries: grouped(entries) };
  }

  private quotedKey(): string | undefined {
    const node = this.reader.string();
    return node?.kind === 'scalar' ? node.value : undefined;
  }

  private block(type: string, keySpan: MapEntry['keySpan'], entries: MapEntry[], depth: number): void {
    const { reader } = this;
    const labels: { key: string; keySpan: MapEntry['keySpan'] }[] = [];
    let end = reader.at;
    for (;;) {
      reader.skipSpaces();
      const start = reader.at;
      const quoted = reader.string();
      const label = quoted?.kind === 'scalar' ? quoted.value : reader.word();
      if (label === undefined) break;
      labels.push({ key: label, keySpan: (quoted && spanOf(quoted)) ?? { start, end: reader.at } });
      end = reader.at;
    }
    if (reader.text[reader.at] !== '{' || depth >= MAX_DEPTH) {
      this.notRead(
        depth >= MAX_DEPTH ? `nested deeper than ${MAX_DEPTH} levels` : 'not valid HCL: a line without a value',
      );
      reader.skipLine();
      return;
    }
    reader.at++;
    const kind = labels[0];
    const head = { start: keySpan.start, end };
    if (kind && (type === 'resource' || type === 'data')) this.out.resource('resource', kind.key, head);
    // An account that is there already says what it is for by its name alone.
    if (type === 'data' && kind?.key === 'azurerm_cognitive_account' && /open_?ai/i.test(labels[1]?.key ?? ''))
      this.out.resource('resource', `${kind.key}:OpenAI`, head);
    // `variable "OPENAI_API_KEY" {`: what is passed on under the name of the environment's own.
    if (kind && type === 'variable' && /^[A-Z][A-Z0-9_]+$/.test(kind.key))
      this.out.setting([kind.key], '', kind.keySpan, kind.keySpan);
    const body: ConfigNode = this.body(depth + 1);
    if (kind && type === 'resource') {
      addKind(kind.key, body, this.out, head, labels[1]?.key);
      addPurpose(kind.key, body, head, this.out, labels[1]?.key);
      if (kind.key === 'helm_release') addChart(scalarAt(body, 'chart')?.value, head, this.out);
    }
    if (kind?.key === 'aws_iam_policy_document') addPurpose(kind.key, body, head, this.out, labels[1]?.key);
    const source = type === 'module' ? scalarAt(body, 'source')?.value : undefined;
    if (source !== undefined) {
      this.out.resource('resource', source, head);
      addModule(source, body, this.out, head);
    }
    const value = labels.reduceRight<ConfigNode>(
      (inner, label) => ({ kind: 'map', entries: [{ ...label, value: inner }] }),
      body,
    );
    entries.push({ key: type, keySpan, value });
  }
}

/** Blocks without labels that are there more than once, or that name a value (`env { name, value }`), are a list. */
function grouped(entries: readonly MapEntry[]): MapEntry[] {
  const result: MapEntry[] = [];
  const lists = new Map<string, ConfigNode[]>();
  for (const entry of entries) {
    const isNamed = entry.value.kind === 'map' && ['name', 'value'].every((key) => has(entry.value, key));
    if (!isNamed) {
      result.push(entry);
      continue;
    }
    const items = lists.get(entry.key);
    if (items) items.push(entry.value);
    else {
      const list = [entry.value];
      lists.set(entry.key, list);
      result.push({ ...entry, value: { kind: 'list', items: list } });
    }
  }
  return result;
}

function has(node: ConfigNode, key: string): boolean {
  return node.kind === 'map' && node.entries.some((entry) => entry.key === key);
}
