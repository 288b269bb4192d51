import rules from 'handreiking:rules';
import { isOpenLicence } from './lists.js';
import type { Model } from './listsSchema.js';

export type { Model } from './listsSchema.js';

/**
 * `open`: weights, training data and training code are published under an open licence. `open-weights`: the model can be
 * run by anyone, and the licence is an open one. `restricted`: the weights can be had, on conditions. `closed`: only the
 * maker, or whom it lets, runs it.
 */
export type Openness = 'open' | 'open-weights' | 'restricted' | 'closed';

interface Pattern {
  readonly start: string;
  readonly exact: boolean;
  readonly model: Model;
}

let patterns: readonly Pattern[] | undefined;

/** The model that a name in code or configuration means; the name that writes out most decides. */
export function modelNamed(written: string): Model | undefined {
  patterns ??= rules.models
    .flatMap((model) =>
      model.names.map((name) => ({ start: name.replace(/\*$/, ''), exact: !name.endsWith('*'), model })),
    )
    .sort((a, b) => b.start.length - a.start.length);
  for (const name of spellingsOf(written)) {
    const found = patterns.find(({ start, exact }) => (exact ? name === start : name.startsWith(start)));
    if (found !== undefined) return found.model;
  }
  return undefined;
}

export function opennessOf({ weights, data, code, licence }: Model): Openness {
  if (weights === 'closed') return 'closed';
  if (weights === 'partial' || licence === undefined || !isOpenLicence(licence)) return 'restricted';
  return data === 'open' && code === 'open' ? 'open' : 'open-weights';
}

/** `openai/gpt-4o`, `eu.anthropic.claude-3-5-sonnet`, `azure:gpt-4o`: with and without what stands in front. */
function spellingsOf(written: string): string[] {
  const name = written.trim().toLowerCase();
  const last = name.slice(name.lastIndexOf('/') + 1);
  const vendors = /^(?:(?:eu|us|apac|global)\.)?(?:anthropic|meta|mistral|amazon|cohere|deepseek|qwen|openai|ai21)\./;
  return [...new Set([name, last, last.replace(vendors, ''), last.replace(/^[a-z_-]+:/, '')])];
}
