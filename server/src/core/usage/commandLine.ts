import type { Ecosystem } from '../syntax/fact.js';
import type { FileContext } from './fileContext.js';
import type { UsageKind } from './usage.js';

type Add = (kind: UsageKind, provider: string, at: number, token: string, model?: string) => void;

const installers: readonly { readonly command: RegExp; readonly ecosystem: Ecosystem }[] = [
  { command: /\b(?:pip3?|uv pip|uv add|poetry add|pipx) (?:install )?([^;&|\n]+)/g, ecosystem: 'pypi' },
  { command: /\b(?:npm (?:i|install|add)|yarn add|pnpm add|bun add) ([^;&|\n]+)/g, ecosystem: 'npm' },
  { command: /\bgem install ([^;&|\n]+)/g, ecosystem: 'rubygems' },
  { command: /\bcargo (?:add|install) ([^;&|\n]+)/g, ecosystem: 'cargo' },
  { command: /\bcomposer require ([^;&|\n]+)/g, ecosystem: 'composer' },
  { command: /\bdotnet add (?:\S+ )?package ([^;&|\n]+)/g, ecosystem: 'nuget' },
  { command: /\bgo (?:get|install) ([^;&|\n]+)/g, ecosystem: 'go' },
];

/** Packages that a command installs: a manifest of one line. */
export function installedPackages(line: string, { catalogue }: FileContext, add: Add): void {
  for (const { command, ecosystem } of installers) {
    for (const match of line.matchAll(command)) {
      const list = match[1] as string;
      const start = match.index + match[0].length - list.length;
      for (const word of list.matchAll(/[^\s"']+/g)) {
        if (word[0].startsWith('-')) continue;
        const name = word[0].replace(/(?<=.)(?:@|==|>=|<=|~=|\[).*$/, '');
        const provider = catalogue.packageProvider(ecosystem, name);
        if (provider !== undefined) add('dependency', provider, start + word.index, name);
      }
    }
  }
}

/** The model that a command names: `ollama pull llama3.2`, `llm -m gpt-4o`, `--model mistral-large-latest`. */
export function commandModels(
  line: string,
  found: { readonly words: string; readonly provider: string } | undefined,
  { catalogue }: FileContext,
  add: Add,
): void {
  const option = /(?:^|\s)(?:--model(?:-name|-id)?|--deployment(?:-name)?|-m)(?:[= ]\s*)["']?([\w./:-]+)/.exec(line);
  if (option?.[1] !== undefined) {
    const provider = catalogue.modelProvider(option[1]);
    if (provider !== undefined) {
      add('model', provider, option.index + option[0].lastIndexOf(option[1]), option[1], option[1]);
      return;
    }
  }
  if (!found || !/^ollama (?:run|pull)$/.test(found.words)) return;
  const at = line.indexOf(found.words) + found.words.length;
  const model = /^\s+(?:--?\S+\s+)*([A-Za-z][\w./:-]*)/.exec(line.slice(at));
  if (model?.[1] !== undefined) add('model', found.provider, at + model[0].lastIndexOf(model[1]), model[1], model[1]);
}
