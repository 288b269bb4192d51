import { folderOf, isBelow, relativeTo } from '../accountability/paths.js';
import { scalar } from '../fixes/yaml/scalar.js';
import type { Span } from '../place.js';
import { cursorAt, type Cursor } from './cursor.js';
import { schemaAt, shapeOf, type SchemaNode } from './schemaNode.js';
import type { Named, World } from './world.js';

export interface Suggestion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'reference' | 'file';
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly newText: string;
  readonly span: Span;
}

type Offer = Pick<Suggestion, 'label' | 'kind' | 'detail' | 'documentation'>;

/** Keys and values that fit at the cursor, the required and nearest ones first. */
export function suggestionsAt(text: string, offset: number, world: World): Suggestion[] {
  const cursor = cursorAt(text, offset);
  if (!cursor) return [];
  const schema = schemaAt(cursor.path);
  if (!schema) return [];
  if (cursor.isKey && schema.properties) return keys(schema, cursor, '');
  // A word at the start of a line that is no key: an item of a list, or the first word of one.
  if (schema.type !== 'array') return values(cursor.path, schema, world, cursor, '');
  if (!schema.items) return [];
  const item = [...cursor.path, 0];
  if (cursor.isKey) {
    return schema.items.properties ? keys(schema.items, cursor, '- ') : values(item, schema.items, world, cursor, '- ');
  }
  return values(item, schema.items, world, cursor, '[');
}

function keys({ properties = {}, required = [] }: SchemaNode, cursor: Cursor, lead: string): Suggestion[] {
  const left = Object.entries(properties).filter(([name]) => !cursor.beside.includes(name));
  const first = left.filter(([name]) => required.includes(name));
  const rest = left.filter(([name]) => !required.includes(name));
  return [...first, ...rest].map(([name, node]) => ({
    label: name,
    kind: 'key',
    ...(node.description !== undefined && { documentation: node.description }),
    newText: `${cursor.needsSpace ? ' ' : ''}${lead}${name}${cursor.hasColon ? '' : after(node, cursor, lead)}`,
    span: cursor.word,
  }));
}

/** What follows a key: the place where its value begins. */
function after({ type, items }: SchemaNode, { inFlow, column, needsSpace }: Cursor, lead: string): string {
  if (inFlow || (type !== 'object' && type !== 'array')) return ': ';
  const indent = ' '.repeat(column + (needsSpace ? 1 : 0) + lead.length + 2);
  return `:\n${indent}${items ? '- ' : ''}`;
}

function values(path: Cursor['path'], schema: SchemaNode, world: World, cursor: Cursor, lead: string): Suggestion[] {
  return offersFor(path, schema, world)
    .filter(({ label }) => !cursor.beside.includes(label))
    .map((offer) => {
      const value = cursor.inQuotes ? offer.label : scalar(offer.label);
      const written = lead === '[' ? `[${value}]` : `${lead}${value}`;
      return { ...offer, newText: `${cursor.needsSpace ? ' ' : ''}${written}`, span: cursor.word };
    });
}

function offersFor(path: Cursor['path'], schema: SchemaNode, world: World): Offer[] {
  if (schema.enum) return schema.enum.map((label) => ({ label, kind: 'value' }));
  if (schema.const !== undefined) return [{ label: String(schema.const), kind: 'value' }];
  const shape = shapeOf(path);
  switch (shape) {
    case 'toepassingen/*/endpoints/*':
      return world.endpoints.map(named);
    case 'uitzonderingen/*/toepassing':
      return world.useCases.map(named);
    case 'uitzonderingen/*/controle':
      return world.checks.map(named);
    case 'toepassingen/*/paden/*':
      return patterns(world).map((label) => ({ label, kind: 'file' }));
    case 'erft-van/*':
      return files(world, (path) => /(?:^|\/)ai-verantwoording[^/]*\.ya?ml$/.test(path));
    case 'toepassingen/*/gebruikersinstructie':
      return files(world, isDocument);
    default:
      return /^toepassingen\/\*\/risicoanalyse\/[a-z]+\/verwijzing$/.test(shape)
        ? files(world, isDocument, analysisWords[String(path.at(-2))])
        : [];
  }
}

function named({ id, about }: Named): Offer {
  return { label: id, kind: 'reference', detail: about };
}

/** Documents that a reference can lead to; code and settings are none. */
function isDocument(path: string): boolean {
  return /\.(?:pdf|md|docx?|odt|html?|txt|adoc|rst)$|(?:^|\/)[^/]*(?:dpia|prescan|pre-scan|iama|aiia|fria|card|kaart)[^/]*\.(?:json|ya?ml)$/i.test(
    path,
  );
}

const analysisWords: Readonly<Record<string, RegExp>> = {
  prescan: /pre-?scan/i,
  dpia: /dpia/i,
  iama: /iama/i,
  aiia: /aiia/i,
  fria: /fria/i,
};

/** More than this is no help; whoever writes on narrows it down. */
const most = 200;

/** As seen from the folder of the accountability file; those that are named like what is asked for come first. */
function files({ files: all, folder }: World, fits: (path: string) => boolean, first?: RegExp): Offer[] {
  const fitting = all.filter(fits);
  const liked = first ? fitting.filter((path) => first.test(path)) : [];
  const ordered = [...liked, ...fitting.filter((path) => !liked.includes(path))];
  return ordered.slice(0, most).map((path) => ({ label: seenFrom(folder, path), kind: 'file' }));
}

function seenFrom(folder: string, path: string): string {
  if (isBelow(path, folder)) return relativeTo(folder, path);
  return `../${seenFrom(folderOf(folder), path)}`;
}

/** The folders in which generative AI is used, each with all that is in it, and the files themselves. */
function patterns({ used, folder }: World): string[] {
  const paths = used.filter((path) => isBelow(path, folder)).map((path) => relativeTo(folder, path));
  const folders = new Set<string>();
  for (const path of paths) {
    for (let above = folderOf(path); above !== ''; above = folderOf(above)) folders.add(`${above}/**`);
  }
  return [...[...folders].sort(), ...paths].slice(0, most);
}
