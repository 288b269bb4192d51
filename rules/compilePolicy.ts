import * as z from 'zod';
import { profiles } from '../server/src/core/settings.js';
import type { Profile } from '../server/src/core/settings.js';
import { checkSchema, policyDocumentSchema, textsSchema } from '../server/src/core/checks/schema.js';
import type { CheckData, PerProfile, PolicyDocument, PolicyRules } from '../server/src/core/checks/schema.js';

/** A parsed YAML file of `rules/` and its name without extension. */
export interface RuleSource {
  readonly name: string;
  readonly data: unknown;
}

export interface PolicySources {
  /** `rules/policy/*.yaml` */
  readonly policy: readonly RuleSource[];
  /** `rules/checks/*.yaml` */
  readonly checks: readonly RuleSource[];
  /** `rules/texts.yaml` */
  readonly texts: unknown;
}

/** Validates the policy data as a whole and returns it in the order of the names. Throws on the first mistake. */
export function compilePolicy(sources: PolicySources): Pick<PolicyRules, 'policy' | 'checks' | 'texts'> {
  const policy = sources.policy.map((source) => parse(policyDocumentSchema, `rules/policy/${source.name}`, source));
  const checks = sources.checks.map((source) => parse(checkSchema, `rules/checks/${source.name}`, source));
  const passages = passageIdsOf(policy);
  for (const check of checks) verifyCheck(check, passages);
  return {
    policy: policy.sort(byId),
    checks: checks.sort(byId),
    texts: check('rules/texts', textsSchema.safeParse(sources.texts)),
  };
}

function parse<T extends { readonly id: string }>(schema: z.ZodType<T>, where: string, source: RuleSource): T {
  const data = check(where, schema.safeParse(source.data));
  if (data.id.toLowerCase() !== source.name.toLowerCase())
    throw new Error(`${where}: id ${data.id} is not the file's name`);
  return data;
}

function check<T>(where: string, result: z.ZodSafeParseResult<T>): T {
  if (!result.success) throw new Error(`${where}: ${z.prettifyError(result.error)}`);
  return result.data;
}

function passageIdsOf(policy: readonly PolicyDocument[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const document of policy) {
    for (const { id } of document.passages) {
      if (id !== document.id && !id.startsWith(`${document.id}-`))
        throw new Error(`${id} does not begin with ${document.id}`);
      if (ids.has(id)) throw new Error(`passage ${id} stands twice`);
      ids.add(id);
    }
  }
  return ids;
}

function verifyCheck(data: CheckData, passages: ReadonlySet<string>): void {
  const fail = (problem: string): never => {
    throw new Error(`rules/checks/${data.id}: ${problem}`);
  };
  for (const id of profiles.flatMap((profile) => [linkOf(data, profile), ...data.passages[profile]])) {
    if (!passages.has(id)) fail(`no passage ${id}`);
  }
  const variants = Object.entries(data.message);
  if (variants.length === 0) fail('no message');
  for (const [variant, { nl, en }] of variants) {
    for (const profile of profiles) {
      const dutch = placeholdersOf(nl, profile);
      const english = placeholdersOf(en, profile);
      if (dutch.join() !== english.join())
        fail(`variant ${variant}: {${dutch.join()}} in Dutch, {${english.join()}} in English`);
      const unknown = dutch.find((name) => !data.values.includes(name));
      if (unknown !== undefined) fail(`variant ${variant}: no value ${unknown}`);
    }
  }
}

function linkOf({ id, link }: CheckData, profile: Profile): string {
  const passage = typeof link === 'string' ? link : link[profile];
  if (!passage.startsWith('HR25')) throw new Error(`rules/checks/${id}: links to ${passage}, not to the handreiking`);
  return passage;
}

/** Sorted, each once. */
function placeholdersOf(text: PerProfile, profile: Profile): string[] {
  const message = typeof text === 'string' ? text : text[profile];
  return [...new Set([...message.matchAll(/\{([A-Za-z]+)\}/g)].map((match) => match[1] as string))].sort();
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
