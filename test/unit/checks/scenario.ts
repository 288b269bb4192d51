import { buildAccountability } from '../../../server/src/core/accountability/build.js';
import { isAccountabilityPath } from '../../../server/src/core/accountability/paths.js';
import { bestRank } from '../../../server/src/core/checks/carrier.js';
import { messageOf } from '../../../server/src/core/checks/message.js';
import { checkFile } from '../../../server/src/core/checks/run.js';
import type { Finding } from '../../../server/src/core/checks/finding.js';
import type { Endpoint } from '../../../server/src/core/endpoint/endpoint.js';
import type { FixContext } from '../../../server/src/core/fixes/fix.js';
import { lineStartsOf, rangeOf } from '../../../server/src/core/place.js';
import type { Project, ReferencedDocument } from '../../../server/src/core/project.js';
import type { Settings } from '../../../server/src/core/settings.js';
import { emptyFacts, readFacts } from '../../../server/src/core/syntax/readFacts.js';
import type { Usage } from '../../../server/src/core/usage/usage.js';

export const settings: Settings = { language: 'nl', checks: {}, today: '2026-06-01' };

export function endpoint(value: string, kind: Endpoint['class'], more: Partial<Endpoint> = {}): Endpoint {
  return { value, class: kind, source: kind === 'unknown' ? 'unknown' : 'literal', way: [], ...more };
}

export const openai = endpoint('https://api.openai.com/v1', 'public', { provider: 'openai', source: 'default' });

/** A usage on the first place where `token` stands in the text, or the place with that number. */
export interface Seen extends Partial<Omit<Usage, 'path' | 'range' | 'token'>> {
  readonly token: string;
  readonly nth?: number;
}

export interface World {
  readonly files: Readonly<Record<string, string>>;
  readonly usages?: Readonly<Record<string, readonly Seen[]>>;
  readonly documents?: Readonly<Record<string, ReferencedDocument>>;
  readonly settings?: Partial<Settings>;
}

/** Findings of a small project, with the usages given: detection has tests of its own. */
export function scenario(world: World) {
  const chosen: Settings = { ...settings, ...world.settings };
  const usages = new Map(
    Object.entries(world.usages ?? {}).map(([path, seen]) => [path, usagesIn(path, world.files[path] ?? '', seen)]),
  );
  const accountability = buildAccountability({
    files: Object.entries(world.files).filter(([path]) => isAccountabilityPath(path)),
    document: (path) => {
      const text = world.files[path];
      return world.documents?.[path] ?? (text === undefined ? { state: 'missing' } : { state: 'text', text });
    },
  });
  const projectRank = bestRank([...usages.values()].flat());
  const productRank = projectRank;
  const factsOf = (path: string) => {
    const facts =
      readFacts(path, world.files[path] ?? '') ?? (/\.md$/.test(path) ? emptyFacts(path, 'text') : undefined);
    if (facts === undefined) throw new Error(`no facts for ${path}`);
    return facts;
  };
  const surroundings = {
    paths: () => Object.keys(world.files),
    facts: (path: string) => readFacts(path, world.files[path] ?? ''),
    usages: (path: string) => usages.get(path) ?? [],
  };
  const checked = (path: string) =>
    checkFile({
      facts: factsOf(path),
      usages: usages.get(path) ?? [],
      accountability,
      settings: chosen,
      projectRank,
      productRank,
      surroundings,
    });
  const findings = (path: string): readonly Finding[] => checked(path).findings;
  const project: Project = {
    settings: chosen,
    set: () => false,
    setFacts: () => false,
    delete: () => false,
    setDocument: () => false,
    paths: () => Object.keys(world.files),
    facts: factsOf,
    text: (path) => world.files[path],
    usages: (path) => usages.get(path) ?? [],
    findings,
    suppressed: (path) => checked(path).suppressed,
    accountability,
    wantedDocuments: () => accountability.wantedDocuments(),
  };
  const context: FixContext = { project, text: (path) => world.files[path] };
  return { accountability, findings, suppressed: project.suppressed, context, world };
}

/** `line: check/variant severity`, lines from 1. */
export function summary(findings: readonly Finding[]): string[] {
  return findings.map((one) => `${one.range.start.line + 1}: ${one.check}/${one.variant} ${one.severity}`);
}

export function messages(findings: readonly Finding[], language: 'nl' | 'en' = 'nl'): string[] {
  return findings.map((finding) => messageOf(finding, language));
}

function usagesIn(path: string, text: string, seen: readonly Seen[]): Usage[] {
  const lineStarts = lineStartsOf(text);
  return seen.map(({ token, nth = 0, ...more }) => {
    let start = -1;
    for (let count = 0; count <= nth; count++) start = text.indexOf(token, start + 1);
    if (start === -1) throw new Error(`${token} does not stand in ${path}`);
    const range = rangeOf(lineStarts, { start, end: start + token.length });
    return { kind: 'client', provider: 'openai', path, range, token, ...more };
  });
}
