import type { AnalysisKind } from '../schema.js';
import { folderOf, resolvePath } from '../paths.js';
import { isGeneralPage, holdsNoDocument } from './address.js';
import type { Evidence, EvidenceReader, Target } from './evidence.js';
import { kindsNamedIn } from './kinds.js';
import { isNoReference, isTemplateName } from './target.js';

/** The five steps of the handreiking, by the words that their headings share; the wording varies. */
const steps: readonly RegExp[] = [
  /doel\b.*toepassing/i,
  /mensen\b.*vaardigheden/i,
  /governance/i,
  /risico-?analyse/i,
  /inkopen|bouwen/i,
];

/**
 * `docs/ai-verantwoording.md`: an account under the five steps of the handreiking. It shows an analysis only where the
 * section on risk analysis links to one: naming the word says nothing.
 */
export const accountabilityReport: EvidenceReader = {
  read(target) {
    const { path, document } = target;
    if (path === undefined || document?.state !== 'text' || !/\.md$/i.test(path)) return undefined;
    const section = riskSectionOf(document.text);
    if (section === undefined) return undefined;
    if (isTemplateName(path)) return { found: false, why: 'telt-niet' };
    return analysisIn(section, target, path);
  },
};

/** The section on risk analysis; undefined when the text does not follow the steps. */
export function riskSectionOf(text: string): string | undefined {
  const headings = [...text.matchAll(/^(#{1,6})[ \t]+(.+)$/gm)];
  const known = steps.filter((step) => headings.some((heading) => step.test(heading[2] as string)));
  if (known.length < 4) return undefined;
  const at = headings.findIndex((heading) => steps[3]?.test(heading[2] as string));
  const start = headings[at];
  if (start === undefined) return undefined;
  const level = (start[1] as string).length;
  const next = headings.slice(at + 1).find((heading) => (heading[1] as string).length <= level);
  return text.slice(start.index + start[0].length, next?.index ?? text.length);
}

/** Where links of Markdown lead, and bare addresses. */
export function linksIn(text: string): string[] {
  const inText = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map((match) => match[1] as string);
  const bare = [...text.matchAll(/(?<!\()\bhttps?:\/\/[^\s)>\]]+/g)].map((match) => match[0].replace(/[.,;]+$/, ''));
  return [...new Set([...inText, ...bare])];
}

function analysisIn(section: string, { kind, load }: Target, path: string): Evidence {
  const stands = (link: string): boolean => {
    if (isNoReference(link) || link.startsWith('#')) return false;
    if (/^[a-z][a-z0-9+.-]*:/i.test(link))
      return /^https?:\/\/\S+\.\S+/i.test(link) && !isGeneralPage(link) && !holdsNoDocument(link);
    const local = resolvePath(folderOf(path), link.split('#', 1)[0] as string);
    return local !== undefined && !isTemplateName(local) && load?.(local)?.state !== 'missing';
  };
  for (const line of section.split(/\r?\n/)) {
    const links = linksIn(line).filter(stands);
    if (links.length > 0 && namesKind(line, kind)) return { found: true, ...(kind === 'anders' ? {} : { kind }) };
  }
  return { found: false, why: 'niet-genoemd' };
}

function namesKind(line: string, kind: AnalysisKind): boolean {
  const named = kindsNamedIn(line);
  if (kind === 'anders') return named.length > 0;
  return (
    named.includes(kind) ||
    (kind === 'dpia' && named.includes('prescan')) ||
    (kind === 'prescan' && named.includes('dpia'))
  );
}
