import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { lineStartsOf, rangeOf } from '../place.js';
import type { Range } from '../place.js';
import type { AccountabilityFile, Problem, Reference, UseCase } from './accountability.js';
import { crossReferenceProblems } from './crossReferences.js';
import { inheritanceCandidates, isPackageName } from './inheritance.js';
import { folderOf } from './paths.js';
import { NodeRanges } from './nodeRanges.js';
import type { Path } from './nodeRanges.js';
import { problemsOf, prune } from './problems.js';
import { accountabilitySchema, analysisKinds } from './schema.js';
import type { AccountabilityData } from './schema.js';

/** Reads one accountability file. Whatever is wrong becomes a problem at its place, and that part does not count. */
export function readAccountabilityFile(path: string, text: string): AccountabilityFile {
  const lineStarts = lineStartsOf(text);
  const rangeAt = (start: number, end: number): Range => rangeOf(lineStarts, { start, end });
  const document = parseDocument(text, { prettyErrors: false, lineCounter: new LineCounter(), logLevel: 'silent' });
  const nodes = new NodeRanges(document, rangeAt);
  const problems: Problem[] = syntaxProblems(document, text, rangeAt);

  const raw = valueOf(document);
  let data: Partial<AccountabilityData> = {};
  if (raw !== undefined) {
    const parsed = accountabilitySchema.safeParse(raw);
    // What broken YAML leaves out is not missing: the break itself is the one thing to mend first.
    const isBroken = problems.some(({ variant }) => variant === 'geen-yaml');
    if (!parsed.success && !isBroken) problems.push(...problemsOf(parsed.error.issues, raw, nodes));
    data = parsed.success ? parsed.data : (prune(raw) ?? {});
  }
  const file = assemble(path, data, raw, nodes, problems);
  return { ...file, problems: [...problems, ...crossReferenceProblems(file, nodes, raw)] };
}

function syntaxProblems(document: Document, text: string, rangeAt: (start: number, end: number) => Range): Problem[] {
  return document.errors.map((error) => {
    const [start, end] = error.pos;
    const range = rangeAt(start, Math.max(end, start));
    return error.code === 'DUPLICATE_KEY'
      ? { range, variant: 'dubbele-sleutel', values: { sleutel: wordAt(text, start) } }
      : { range, variant: 'geen-yaml', values: { melding: error.message } };
  });
}

function wordAt(text: string, start: number): string {
  return /^[^\s:]*/.exec(text.slice(start, start + 80))?.[0] ?? '';
}

/** Undefined when the file breaks so badly that nothing of it can be told. */
function valueOf(document: Document): unknown {
  try {
    return (document.toJS({ maxAliasCount: 20 }) as unknown) ?? {};
  } catch {
    return undefined;
  }
}

function assemble(
  path: string,
  data: Partial<AccountabilityData>,
  raw: unknown,
  nodes: NodeRanges,
  problems: readonly Problem[],
): AccountabilityFile {
  const folder = folderOf(path);
  const below =
    (at: Path) =>
    (...keys: readonly string[]): Range =>
      nodes.value([...at, ...keys]);
  const endpoints = (data.endpoints ?? []).map((endpoint) => {
    const at = itemPath(raw, 'endpoints', 'id', endpoint.id);
    return {
      id: endpoint.id,
      data: endpoint,
      path,
      index: Number(at[1]),
      range: nodes.value([...at, 'id']),
      at: below(at),
    };
  });
  const useCases = (data.toepassingen ?? []).map((useCase): UseCase => {
    const at = itemPath(raw, 'toepassingen', 'id', useCase.id);
    return {
      id: useCase.id,
      data: useCase,
      path,
      index: Number(at[1]),
      range: nodes.value([...at, 'id']),
      references: analysisKinds.flatMap((kind): Reference[] => {
        const reference = useCase.risicoanalyse?.[kind];
        if (reference === undefined) return [];
        const range = nodes.value([...at, 'risicoanalyse', kind, 'verwijzing']);
        return [{ kind, useCase: useCase.id, written: reference.verwijzing, path, range, data: reference }];
      }),
      at: below(at),
    };
  });
  const assistants = (data.assistenten ?? []).map((assistant) => ({
    data: assistant,
    range: nodes.value([...itemPath(raw, 'assistenten', 'naam', assistant.naam), 'naam']),
  }));
  const exceptions = (data.uitzonderingen ?? []).map((exception) => ({
    data: exception,
    range: nodes.value(itemPath(raw, 'uitzonderingen', 'controle', exception.controle)),
  }));
  const inherits = (data['erft-van'] ?? []).map((written) => ({
    written,
    candidates: inheritanceCandidates(folder, written),
    isPackage: isPackageName(written),
    range: nodes.value(itemPath(raw, 'erft-van', undefined, written)),
  }));
  const endpointMentions = useCases.flatMap((useCase) => {
    const at = itemPath(raw, 'toepassingen', 'id', useCase.id);
    return (useCase.data.endpoints ?? []).map((id, index) => ({
      useCase: useCase.id,
      id,
      range: nodes.value([...at, 'endpoints', index]),
    }));
  });
  return {
    path,
    data,
    endpoints,
    useCases,
    assistants,
    exceptions,
    inherits,
    endpointMentions,
    problems,
    at: below([]),
  };
}

/** Where an item stands in the file as written: pruning may have moved it in the list. */
function itemPath(raw: unknown, list: string, key: string | undefined, value: string): Path {
  const items = (raw as Record<string, unknown>)[list];
  const index = Array.isArray(items)
    ? items.findIndex(
        (item: unknown) => (key === undefined ? item : (item as Record<string, unknown> | null)?.[key]) === value,
      )
    : -1;
  return [list, Math.max(index, 0)];
}
