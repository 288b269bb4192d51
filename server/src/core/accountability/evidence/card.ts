import { parseDocument } from 'yaml';
import { folderOf, resolvePath } from '../paths.js';
import type { AnalysisKind } from '../schema.js';
import { isToDo } from '../toDo.js';
import type { Evidence, EvidenceReader, Target } from './evidence.js';
import { kindsNamedIn } from './kinds.js';
import { isNoReference, isTemplateName } from './target.js';
import { kindOfUrn } from './urn.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * A system card or assessment card of the government's reporting standard for algorithms: YAML, with `!include` for parts
 * in files of their own. The instruments that a system card lists are those that have to be used; only an assessment
 * with answers in it is one that was done.
 */
export const card: EvidenceReader = {
  read(target) {
    const { path, document } = target;
    if (path === undefined || document?.state !== 'text' || !/\.ya?ml$/i.test(path)) return undefined;
    const data = parse(document.text);
    if (data === undefined) return { found: false, why: 'onleesbaar' };
    const isAssessment = Array.isArray(data['contents']);
    const isSystem = data['schema_version'] !== undefined && !isAssessment;
    if (!isAssessment && !isSystem) return { found: false, why: 'onleesbaar' };
    if (isTemplateName(path)) return { found: false, why: 'telt-niet' };
    return isAssessment ? fromAssessment(data, data) : fromSystem(data, target, path);
  },
};

function fromSystem(data: Data, { kind, load }: Target, path: string): Evidence {
  const assessments = listOf(data['assessments']).flatMap((one): Data[] => {
    const include = one[includeKey];
    if (typeof include !== 'string') return [one];
    const local = resolvePath(folderOf(path), include);
    const loaded = local === undefined ? undefined : load?.(local);
    return loaded?.state === 'text' ? [parse(loaded.text) ?? {}] : [];
  });
  const fitting = assessments.filter((one) => sameKind(kindOf(one), kind));
  const read = fitting.map((one) => fromAssessment(one, data));
  return read.find((one) => one.found) ?? read[0] ?? { found: false, why: 'niet-genoemd' };
}

function fromAssessment(data: Data, system: Data): Evidence {
  const answers = listOf(data['contents']).map((one) => one['answer']);
  const answered = answers.filter(isAnswer);
  if (answered.length === 0) return { found: false, why: 'telt-niet' };
  const kind = kindOf(data);
  const date = /^\d{4}-\d{2}-\d{2}/.exec(text(data['date']) ?? '')?.[0];
  const covers = system === data ? undefined : text(system['name']);
  return {
    found: true,
    ...(kind === undefined ? {} : { kind }),
    ...(date === undefined ? {} : { date }),
    ...(covers === undefined ? {} : { covers }),
    ...(system['owners'] === undefined ? {} : { namesPeople: true }),
  };
}

function kindOf(data: Data): AnalysisKind | undefined {
  return kindOfUrn(text(data['urn']) ?? '') ?? kindsNamedIn(text(data['name']) ?? '')[0];
}

function sameKind(found: AnalysisKind | undefined, wanted: AnalysisKind): boolean {
  if (wanted === 'anders') return true;
  return found === wanted || (found === 'prescan' && wanted === 'dpia') || (found === 'dpia' && wanted === 'prescan');
}

function isAnswer(answer: unknown): boolean {
  if (typeof answer === 'string') return answer.trim() !== '' && !isToDo(answer) && !isNoReference(answer);
  return typeof answer === 'number' || typeof answer === 'boolean' || (Array.isArray(answer) && answer.some(isAnswer));
}

const includeKey = '!include';

/** Other tags of the writer's own are read as the value that they stand before. */
function parse(source: string): Data | undefined {
  try {
    const include = { tag: includeKey, resolve: (path: string) => ({ [includeKey]: path }) };
    const document = parseDocument(source, { customTags: [include], logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : record(document.toJS({ maxAliasCount: 20 }));
  } catch {
    return undefined;
  }
}

function listOf(value: unknown): Data[] {
  if (!Array.isArray(value)) return [];
  return value.map(record).filter((one): one is Data => one !== undefined);
}

function record(value: unknown): Data | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : undefined;
}

function text(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : undefined;
}
