import type { Argument, Expr } from '../syntax/fact.js';

/** What stands in the place of a client is a key by its name: `apiKey`, `viper.GetString("openai.token")`. */
export function isSecret(value: Expr | undefined): boolean {
  if (value?.t === 'name') return secret.test(value.path);
  const [first] = value?.t === 'call' ? value.call.args : [];
  return first?.value.t === 'string' && secret.test(first.value.value);
}

/** The first of several constructors takes a key where another one takes an address. */
export function isKeyInPlace({ name, value }: Argument): boolean {
  if (name !== undefined) return false;
  if (value.t === 'string') return value.value !== '' && !/[:./]/.test(value.value);
  return isSecret(value) || (value.t === 'environment' && secret.test(value.name));
}

const secret = /(?:^|[._-]|[a-z])(?:key|token|secret)$/i;
