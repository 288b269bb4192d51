import type { FileContext } from './fileContext.js';

/** Prefixes that a build tool puts before a name to show it to the browser. */
const publicPrefix =
  /^(?:NEXT_PUBLIC_|VITE_|REACT_APP_|EXPO_PUBLIC_|NUXT_PUBLIC_|NUXT_|PUBLIC_|GATSBY_|VUE_APP_|TF_VAR_)/;

export function environmentName(name: string, context: Pick<FileContext, 'catalogue'>): string | undefined {
  if (!/^[A-Z][A-Z0-9_]{3,}$/.test(name)) return undefined;
  const { environment: table } = context.catalogue;
  return (table.get(name) ?? table.get(name.replace(publicPrefix, '')))?.provider;
}
