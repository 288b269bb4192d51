import rules from 'handreiking:rules';
import { escapeRegExp } from './glob.js';
import { WordSearch } from './wordSearch.js';

let search: WordSearch | undefined;

/** Whether the bytes (UTF-8) hold a word of the catalogue, so that the file is worth reading into facts. */
export function hasTrigger(bytes: Uint8Array): boolean {
  return (search ??= new WordSearch(theTriggerWords())).test(bytes);
}

export function theTriggerWords(): readonly string[] {
  return rules.triggers;
}

/**
 * Files that are read whatever stands in them: they say where a name that other files use goes, or they list packages
 * whose short names stand in texts of every kind. Assistants' files are usages by their name alone.
 */
const always =
  /^(?:\.env(?:[._-].*|example|sample)?|.*\.env|env(?:[._-]\w+)*\.json|ai-verantwoording.*\.ya?ml|(?:docker-)?compose.*\.ya?ml|appsettings.*\.json|local\.settings\.json|application.*\.(?:ya?ml|properties)|bootstrap\.ya?ml|values.*\.ya?ml|publiccode\.ya?ml|modelfile|pyproject\.toml|pipfile|setup\.(?:py|cfg)|cargo\.toml|gemfile|build\.gradle(?:\.kts)?|.*\.(?:gemspec|sbt|mill)|build\.sc|dependencies\.scala|description|environment.*\.ya?ml)$/i;

/** Of a Helm chart: what fills a variable of the environment from a value. */
const template = /(?:^|\/)templates\/[^/]+\.ya?ml$/i;

export function alwaysRead(path: string): boolean {
  return always.test(path.slice(path.lastIndexOf('/') + 1)) || template.test(path) || assistantOf(path) !== undefined;
}

interface AssistantFiles {
  readonly exact: ReadonlyMap<string, string>;
  /** Whether a path holds the first name of any of them: nearly none does, and this is asked of every file. */
  readonly mayBe: RegExp;
}

let assistants: AssistantFiles | undefined;

function assistantFiles(): AssistantFiles {
  const exact = new Map<string, string>();
  const first = new Set<string>();
  // Straight from the rules: a scan that finds nothing changed needs no more of the catalogue than this.
  for (const { id, files } of rules.providers)
    for (const pattern of files ?? []) {
      const path = pattern.replace(/\/$/, '');
      exact.set(path, id);
      first.add(escapeRegExp(path.split('/')[0] as string));
    }
  return { exact, mayBe: new RegExp(`(?:^|/)(?:${[...first].join('|')})(?:/|$)`) };
}

/** Where a page in small letters is about Claude, and not for it. */
const forReaders = /(?:^|\/)(?:docs?|documentation|content|pages|posts|blog|wiki|src|providers?|integrations?)\//i;

/** What an assistant reads as its instructions or settings; a script or a picture beside them is none. */
const mayInstruct = /(?:^|\/)[^/.]+$|\.(?:md|mdc|mdx|markdown|json|jsonc|toml|ya?ml|txt|prompt|agent)$/i;

/** What belongs to a skill, for which its `SKILL.md` stands. */
const partOfSkill = /(?:^|\/)skills\/[^/]+\/(?!SKILL\.md$)/;

/** Settings of other tools: `.opencode/.markdownlint.yaml`. */
const ofOtherTool = /\/\.[^/]+\.(?:ya?ml|json|toml)$/;

/** In small letters these are instructions in the root alone. */
const inRoot = /^(?:agents|gemini)\.md$/;

/** The assistant whose settings or instruction file this is. */
export function assistantOf(given: string): string | undefined {
  const { exact, mayBe } = (assistants ??= assistantFiles());
  // `opencode.example.jsonc`, `.aider.conf.yml.example`
  const path = given.replace(/\.(?:example|sample|template|dist)(?=\.\w+$|$)/, '');
  if (!mayBe.test(path) || /(?:^|\/)\.git(?:ignore|keep|attributes)$/.test(path)) return undefined;
  for (let from = 0; from !== -1; from = nextPart(path, from)) {
    const tail = path.slice(from);
    const found = exact.get(tail);
    const isPage = (tail === 'claude.md' && forReaders.test(path)) || (inRoot.test(tail) && from > 0);
    if (found !== undefined && !isPage) return found;
    // A folder of an assistant: `.cursor/rules/…`.
    if (!mayInstruct.test(path) || partOfSkill.test(path) || ofOtherTool.test(path)) continue;
    for (let end = tail.lastIndexOf('/'); end > 0; end = tail.lastIndexOf('/', end - 1)) {
      const folder = exact.get(tail.slice(0, end));
      if (folder !== undefined) return folder;
    }
  }
  return undefined;
}

function nextPart(path: string, from: number): number {
  const slash = path.indexOf('/', from);
  return slash === -1 ? -1 : slash + 1;
}
