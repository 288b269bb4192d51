import type { FileFacts, ImportFact } from '../../syntax/fact.js';

/** What tools put before the packages of others, so that plugins of one site do not meet: `Mijn\Plugin\Dependencies\`. */
const scoped = /^(?:\w+\.){1,4}(?:Dependencies|Vendor|Vendors|Scoped|ThirdParty)\.(?=\w)/;

/** The same file, with the packages of others under their own names. */
export function withoutScope(facts: FileFacts): FileFacts {
  const isScoped = ({ module }: ImportFact): boolean => scoped.test(module);
  if (facts.language !== 'php' || !facts.imports.some(isScoped)) return facts;
  const imports = facts.imports.map((each) =>
    isScoped(each) ? { ...each, module: each.module.replace(scoped, '') } : each,
  );
  return { ...facts, imports };
}
