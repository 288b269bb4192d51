import type { FileFacts } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';

/** An address or a path up to its query or fragment. */
export function withoutQuery(value: string): string {
  const end = value.search(/[?#]/);
  return end === -1 ? value : value.slice(0, end);
}

/** Whose interface has a path that others have too: told where the file speaks of them by name. */
export function ofSharedPath(value: string | undefined, { catalogue, facts, isTest }: FileContext): string | undefined {
  // By itself it is a route of one's own server, or a request to it.
  if (value === undefined || isTest || value.indexOf('/api/') < 1) return undefined;
  const path = withoutQuery(value);
  const found = catalogue.sharedPaths.find((each) => path.endsWith(each.path));
  return found && speaksOf(found.provider, facts) ? found.provider : undefined;
}

/** `/v1/messages` is Anthropic's, and of many who send messages to people: the file must speak of it. */
export function isForMessages(value: string, facts: FileFacts): boolean {
  if (!withoutQuery(value).endsWith('/v1/messages')) return true;
  if (speaksOf('anthropic', facts) || speaksOf('claude', facts)) return true;
  let answer = named.get(facts);
  if (answer === undefined) {
    const tells = (text: string) => text.length < MAX_NAME && /anthropic|claude/i.test(text);
    answer =
      facts.strings.some((text) => tells(text.value)) ||
      facts.settings.some((setting) => setting.path.some(tells) || tells(setting.value));
    named.set(facts, answer);
  }
  return answer;
}

const named = new WeakMap<FileFacts, boolean>();

/** A longer text is no name. */
const MAX_NAME = 60;

const known = new WeakMap<FileFacts, Map<string, boolean>>();

/** Whether the file, or something that it imports, declares, binds or reads, bears the name, or a text is that name. */
function speaksOf(word: string, facts: FileFacts): boolean {
  const answers = known.get(facts) ?? new Map<string, boolean>();
  known.set(facts, answers);
  let answer = answers.get(word);
  if (answer === undefined) {
    const has = (name: string | undefined) => name?.toLowerCase().includes(word) === true;
    answer =
      has(facts.path.slice(facts.path.lastIndexOf('/') + 1)) ||
      facts.imports.some(({ module, names }) => has(module) || names.some(({ name }) => has(name))) ||
      facts.bindings.some(({ name, type }) => has(name) || has(type)) ||
      facts.environment.some(({ name }) => has(name)) ||
      [...(facts.declared ?? [])].some(has) ||
      // `type === 'ollama'`
      facts.strings.some(({ value }) => value.length === word.length && has(value));
    answers.set(word, answer);
  }
  return answer;
}
