import type { Endpoint } from '../endpoint/endpoint.js';
import { namesGemini } from './models/modelNames.js';
import type { Usage } from './usage.js';

/**
 * All that the usages of one file have to say to the project as a whole (`viewOf`), as a text: while it stays the same,
 * the view does.
 */
export function shareOf(usages: readonly Usage[]): string {
  let share = known.get(usages);
  if (share === undefined) known.set(usages, (share = spell(usages)));
  return share;
}

const known = new WeakMap<readonly Usage[], string>();

function spell(usages: readonly Usage[]): string {
  const said = new Set<string>();
  for (const usage of usages) {
    const { provider, kind, token, act, isGuess, isNamed, carrier, endpoint } = usage;
    // Of most the provider is all that counts, and of the same it counts once.
    const word =
      kind === 'client' || kind === 'environment' || kind === 'endpoint' ? token : String(namesGemini(usage));
    said.add(
      [provider, kind, word, act, isGuess, isNamed, carrier !== undefined, endpoint && spelled(endpoint)].join('\0'),
    );
  }
  return [...said].join('\n');
}

function spelled({ way, ...rest }: Endpoint): string {
  return JSON.stringify([rest, way.at(-1)]);
}
