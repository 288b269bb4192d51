import type { Catalogue } from '../catalog/catalogue.js';
import { splitUrl } from '../endpoint/classify.js';
import type { FileFacts } from '../syntax/fact.js';
import type { Draft } from './draft.js';

/** A file that gives the address of another service of the same name (`https://api.gemini.com`) speaks of that one. */
export function withoutNamesakes(drafts: readonly Draft[], facts: FileFacts, catalogue: Catalogue): readonly Draft[] {
  const others = new Set<string>();
  for (const { provider } of drafts) {
    const hosts = catalogue.provider(provider)?.namesakes;
    if (hosts && !others.has(provider) && speaksOf(hosts, facts)) others.add(provider);
  }
  return others.size === 0 ? drafts : drafts.filter(({ provider }) => !others.has(provider));
}

function speaksOf(hosts: readonly string[], { settings, strings }: FileFacts): boolean {
  const isOther = ({ value }: { readonly value: string }): boolean => {
    if (!hosts.some((host) => value.includes(host))) return false;
    const found = splitUrl(value)?.host.replace(/:\d+$/, '');
    return hosts.some((host) => found === host || found?.endsWith(`.${host}`) === true);
  };
  return settings.some(isOther) || strings.some(isOther);
}
