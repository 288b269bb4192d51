import { isMap, isScalar, isSeq } from 'yaml';
import { directivesOf } from '../accountability/directives.js';
import type { Place } from '../place.js';
import { lineStartsOf, rangeOf } from '../place.js';
import type { Project } from '../project.js';
import { isRecordPath } from './schemaNode.js';
import { YamlText } from './yamlText.js';

export type IdKind = 'endpoint' | 'useCase';

/** One place where an id stands: where it is given, or where it is used. */
export interface IdPlace extends Place {
  readonly kind: IdKind;
  readonly id: string;
  readonly isDefinition: boolean;
  /** The accountability file in which the id is given; it may not be there. */
  readonly home: string;
}

/** Every id in a text: an accountability file's own, or in code those of its comments. */
export function idsIn(path: string, text: string, project: Project): IdPlace[] {
  return isRecordPath(path) ? idsOfRecord(path, text, project) : idsOfCode(path, text, project);
}

function idsOfRecord(path: string, text: string, project: Project): IdPlace[] {
  const yaml = new YamlText(text);
  const found: IdPlace[] = [];
  const add = (kind: IdKind, isDefinition: boolean, node: unknown): void => {
    if (!isScalar(node) || typeof node.value !== 'string') return;
    const span = yaml.spanOf(node);
    if (!span) return;
    const id = node.value;
    const home = isDefinition ? path : homeOf(kind, id, path, project);
    found.push({ kind, id, isDefinition, home, path, range: yaml.rangeOf(span) });
  };
  for (const { node } of yaml.items('endpoints')) if (isMap(node)) add('endpoint', true, node.get('id', true));
  for (const { node } of yaml.items('toepassingen')) {
    if (!isMap(node)) continue;
    add('useCase', true, node.get('id', true));
    const mentions: unknown = node.get('endpoints', true);
    if (isSeq(mentions)) for (const mention of mentions.items) add('endpoint', false, mention);
  }
  for (const { node } of yaml.items('uitzonderingen'))
    if (isMap(node)) add('useCase', false, node.get('toepassing', true));
  return found;
}

function idsOfCode(path: string, text: string, project: Project): IdPlace[] {
  const facts = project.facts(path);
  if (!facts || facts.directives.length === 0) return [];
  const tied = new Set(directivesOf(facts).ties.map(({ useCase }) => useCase));
  const lineStarts = lineStartsOf(text);
  return facts.directives.flatMap(({ span }) =>
    [...text.slice(span.start, span.end).matchAll(/ai-verantwoording:[ \t]*([A-Za-z0-9.-]+)/g)].flatMap(
      (match): IdPlace[] => {
        const id = match[1] as string;
        if (!tied.has(id)) return [];
        const end = span.start + match.index + match[0].length;
        const range = rangeOf(lineStarts, { start: end - id.length, end });
        return [{ kind: 'useCase', id, isDefinition: false, home: homeOf('useCase', id, path, project), path, range }];
      },
    ),
  );
}

/** A use case is the nearest file's own; an endpoint can be inherited. */
function homeOf(kind: IdKind, id: string, path: string, { accountability }: Project): string {
  const governing = accountability.governing(path);
  const own = governing?.file.path ?? path;
  if (kind === 'useCase') return own;
  return governing?.endpoints.find((endpoint) => endpoint.id === id)?.path ?? own;
}
