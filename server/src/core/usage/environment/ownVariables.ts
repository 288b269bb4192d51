import type { Usage } from '../usage.js';

/** Whose a variable is that a client of the project takes its key or address from; undefined where several do. */
export type OwnVariables = ReadonlyMap<string, string | undefined>;

/** A name that says what it is for: of `API_KEY` or `AWS_REGION` there may be others in the project. */
const isTelling =
  /^(?!(?:(?:API|APP|AUTH|ACCESS|SECRET|BASE|SERVER|MY|CLIENT)_)*(?:KEY|TOKEN|SECRET|URL|URI|HOST|ENDPOINT|ID)$|(?:AWS|AZURE|GCP|GOOGLE|GITHUB)_)[A-Z][A-Z\d]*_\w{2,}$/;

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
