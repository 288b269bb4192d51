import type { Catalogue } from '../catalog/catalogue.js';
import { splitUrl } from '../endpoint/classify.js';
import type { FileFacts } from '../syntax/fact.js';
import type { Draft } from './draft.js';

/** A file that gives the address of another service of the same name (`https://api.gemini.com`) speaks of that one. */
export function withoutNamesakes(drafts: readonly Draft[], facts: FileFacts, catalogue: Catalogue): readonly Draft[] {
  const hosts = new Map<string, readonly string[]>();
  for (const { provider } of drafts) {
    const others = catalogue.provider(provider)?.namesakes;
    if (others) hosts.set(provider, others);
  }
  if (hosts.size === 0) return drafts;
  const found = hostsIn(facts, [...hosts.values()].flat());
  const isOther = ({ provider }: Draft): boolean => hosts.get(provider)?.some((host) => found.has(host)) === true;
  return found.size === 0 ? drafts : drafts.filter((draft) => !isOther(draft));
}

/** Which of the hosts, or hosts below them, the file has an address of. */
function hostsIn({ settings, strings }: FileFacts, hosts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const look = ({ value }: { readonly value: string }): void => {
    if (!value.includes('.')) return;
    for (const host of hosts) {
      if (!value.includes(host)) continue;
      const given = splitUrl(value)?.host.replace(/:\d+$/, '');
      if (given === host || given?.endsWith(`.${host}`) === true) found.add(host);
    }
  };
  settings.forEach(look);
  strings.forEach(look);
  return found;
}
