import rules from 'handreiking:rules';
import type { CompiledProvider } from '../catalog/schema.js';
import type { Profile } from '../settings.js';
import type { CheckData, Passage, PolicyDocument } from './schema.js';

/** The only door of the checks to the compiled `rules/`. */

const checks = new Map<string, CheckData>(rules.checks.map((check) => [check.id, check]));
const providers = new Map<string, CompiledProvider>(rules.providers.map((provider) => [provider.id, provider]));
const passages = new Map<string, CitedPassage>(
  rules.policy.flatMap((document) => document.passages.map((passage) => [passage.id, { document, passage }])),
);

export interface CitedPassage {
  readonly document: PolicyDocument;
  readonly passage: Passage;
}

export const texts = rules.texts;

export function checkIds(): string[] {
  return [...checks.keys()];
}

export function hasCheck(id: string): boolean {
  return checks.has(id);
}

/** Data of a check; a missing one is a mistake of ours, not of a user. */
export function checkData(id: string): CheckData {
  const data = checks.get(id);
  if (data === undefined) throw new Error(`rules/checks has no ${id}`);
  return data;
}

export function providerById(id: string): CompiledProvider | undefined {
  return providers.get(id);
}

/** What a message calls a provider: its name, or the id when the catalogue does not know it. */
export function providerName(id: string): string {
  return providers.get(id)?.name ?? id;
}

/** Whether nothing is generated there: prompts are only watched (Langfuse), or a model gets tools (MCP). */
export function generatesNothing(id: string): boolean {
  return providers.get(id)?.generatesNothing === true;
}

export function allProviders(): Iterable<CompiledProvider> {
  return providers.values();
}

/** The passage of the handreiking that findings of the check link to. */
export function linkedPassage(checkId: string, profile: Profile): CitedPassage {
  const { link } = checkData(checkId);
  return passageById(typeof link === 'string' ? link : link[profile]);
}

export function passagesOf(checkId: string, profile: Profile): CitedPassage[] {
  return checkData(checkId).passages[profile].map(passageById);
}

function passageById(id: string): CitedPassage {
  const passage = passages.get(id);
  if (passage === undefined) throw new Error(`rules/policy has no ${id}`);
  return passage;
}
