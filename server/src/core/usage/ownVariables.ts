import { rangeOf } from '../place.js';
import type { FileFacts } from '../syntax/fact.js';
import type { Usage } from './usage.js';

/** Whose a variable is that a client of the project takes its key or address from; undefined where several do. */
export type OwnVariables = ReadonlyMap<string, string | undefined>;

/** A name that says what it is for: of `API_KEY` or `AWS_REGION` there may be others in the project. */
const isTelling =
  /^(?!(?:(?:API|APP|AUTH|ACCESS|SECRET|BASE|SERVER|BACKEND|MY|DEFAULT|SERVICE|CLIENT)_)*(?:KEY|TOKEN|SECRET|URL|URI|HOST|ENDPOINT|ID)$|(?:AWS|AZURE|GCP|GOOGLE|GITHUB|GITLAB|CI|NPM|DOCKER)_)[A-Z][A-Z0-9]*_[A-Z0-9_]{2,}$/;

/** Takes from a usage the variable that it names. */
export function keepVariable(
  { kind, token, carrier, endpoint, provider }: Usage,
  out: Map<string, string | undefined>,
) {
  const name =
    kind === 'environment' && carrier !== undefined
      ? token
      : kind === 'client' && endpoint?.class === 'unknown' && endpoint.isParameter !== true
        ? endpoint.variable
        : undefined;
  if (name === undefined || !isTelling.test(name)) return;
  out.set(name, out.has(name) && out.get(name) !== provider ? undefined : provider);
}

/** `GPT_API_KEY=` in `.env.example`, where code gives it to a client: the line takes part, whatever the name. */
export function* ownVariables(facts: FileFacts, variables: OwnVariables): Generator<Usage> {
  if (variables.size === 0) return;
  const usageOf = (name: string, start: number, end: number): Usage | undefined => {
    const provider = variables.get(name);
    return provider === undefined
      ? undefined
      : {
          kind: 'environment',
          provider,
          path: facts.path,
          range: rangeOf(facts.lineStarts, { start, end }),
          token: name,
        };
  };
  for (const { name, span } of facts.environment) {
    const usage = usageOf(name, span.start, span.end);
    if (usage) yield usage;
  }
  for (const { path, keySpan, valueSpan } of facts.settings) {
    const usage = usageOf(path.at(-1) ?? '', keySpan.start, Math.max(keySpan.end, valueSpan.end));
    if (usage) yield usage;
  }
}
