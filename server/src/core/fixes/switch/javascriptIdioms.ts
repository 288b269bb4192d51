import type { Construction } from './argumentEdit.js';
import { insertion } from './insertion.js';
import type { Insertion } from './insertion.js';

const vercel = '@ai-sdk/openai';

/** `openai('gpt-4o')` of Vercel's AI SDK is made by `createOpenAI({ baseURL })`, under the name that the file uses already. */
export function inVercel({ usage, facts, text, address }: Construction): Insertion[] | undefined {
  const from = facts.imports.find(({ module }) => module === vercel);
  const name = from?.names.find((one) => one.name === 'openai' && one.alias === usage.token.split('.', 1)[0]);
  const isTaken = facts.imports.some(({ names }) => names.some((one) => one.name === 'createOpenAI'));
  if (from === undefined || name === undefined || isTaken) return undefined;
  const last = facts.imports.reduce((latest, { span }) => Math.max(latest, span.end), 0);
  const end = text.indexOf('\n', last);
  if (end === -1) return undefined;
  const made = `\n\nconst ${name.alias} = createOpenAI({ baseURL: '${address}' });`;
  return [{ span: name.span, text: 'createOpenAI' }, insertion(end, made)];
}
