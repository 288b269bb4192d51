import type { Catalogue, FoundCommand } from '../../catalog/catalogue.js';
import type { Ecosystem } from '../../syntax/fact.js';
import type { Draft } from '../draft.js';
import type { FileContext } from '../fileContext.js';
import { routedProvider } from '../models/modelNames.js';
import { claudeAlias } from '../configuration/settingModels.js';
import type { UsageKind } from '../usage.js';

export type Add = (kind: UsageKind, provider: string, at: number, token: string, more?: Partial<Draft>) => void;

const installers: readonly { readonly command: RegExp; readonly ecosystem: Ecosystem }[] = [
  { command: /\b(?:pip3?|uv pip|uv add|poetry add|pipx) (?:install )?([^;&|\n]+)/g, ecosystem: 'pypi' },
  { command: /\b(?:npm (?:i|install|add)|yarn add|pnpm add|bun add) ([^;&|\n]+)/g, ecosystem: 'npm' },
  { command: /\b(?:npx|bunx|pnpm dlx) (?:-\S+ )*([^\s;&|]+)/g, ecosystem: 'npm' },
  { command: /\buvx (?:-\S+ )*([^\s;&|]+)/g, ecosystem: 'pypi' },
  { command: /\bgem install ([^;&|\n]+)/g, ecosystem: 'rubygems' },
  { command: /\bcargo (?:add|install) ([^;&|\n]+)/g, ecosystem: 'cargo' },
  { command: /\bcomposer require ([^;&|\n]+)/g, ecosystem: 'composer' },
  { command: /\bdotnet add (?:\S+ )?package ([^;&|\n]+)/g, ecosystem: 'nuget' },
  { command: /\bbrew install ([^;&|\n]+)/g, ecosystem: 'brew' },
  { command: /\bgo (?:get|install) ([^;&|\n]+)/g, ecosystem: 'go' },
];

const installs = /\b(?:pip[3x]?|uvx?|poetry|np[mx]|bunx|yarn|pnpm|bun|gem|cargo|composer|dotnet|go|brew) /;

/** Packages that a command installs: a manifest of one line. */
export function installedPackages(written: string, { catalogue }: FileContext, add: Add): void {
  if (!installs.test(written)) return;
  // What goes on behind a backslash is one line, each package at its own place.
  const line = written.replace(/\\\s*\n/g, (end) => ' '.repeat(end.length));
  for (const { command, ecosystem } of installers) {
    for (const match of line.matchAll(command)) {
      const list = match[1] as string;
      const start = match.index + match[0].length - list.length;
      for (const word of list.matchAll(/[^\s"']+/g)) {
        if (word[0].startsWith('-')) continue;
        const name = word[0].replace(/(?<=.)(?:@|[=<>~!]=|[<>]|\[|,$).*$/, '');
        const provider = catalogue.packageProvider(ecosystem, name);
        if (provider !== undefined) add('dependency', provider, start + word.index, name);
      }
    }
  }
}

/** The model that a command names: `ollama pull llama3.2`, `llm -m gpt-4o`, `--model mistral-large-latest`. */
export function commandModels(
  line: string,
  found: readonly FoundCommand[],
  server: string | undefined,
  { catalogue }: FileContext,
  add: Add,
): void {
  const owner = [server, ...found.map(({ provider }) => provider)].find((each) => serves(each, catalogue));
  const isGateway = owner !== undefined && catalogue.provider(owner)?.kind === 'gateway';
  for (const { 0: all, 1: name, 3: model = '', index } of line.matchAll(option)) {
    // Elsewhere it is a message or a module.
    const isFile = model.endsWith('.gguf');
    if (/^-[mh]/.test(name as string) && found.length === 0 && !isFile && (name === '-m' || server === undefined))
      continue;
    // `openrouter/${MODEL}`
    const known =
      catalogue.modelProvider(model) ?? (model.includes('$') ? routedProvider(model, catalogue) : undefined);
    const own = name === '-m' && known === undefined && !isFile ? undefined : owner;
    const ofClaude = claudeAlias.test(model) && found.some((each) => each.provider === 'claude-code');
    const provider =
      (isGateway ? routedProvider(model, catalogue) : undefined) ??
      own ??
      known ??
      (ofClaude ? 'anthropic' : undefined);
    if (provider !== undefined) add('model', provider, index + all.lastIndexOf(model), model, { model });
  }
  for (const { words, provider, end } of found) {
    if (!/ (?:run|pull|serve|load|download)$/.test(words) || !serves(provider, catalogue)) continue;
    const argument = /^\s+(?:--?\S+\s+)*["']?([A-Za-z][\w./:-]*)/.exec(line.slice(end, end + 200));
    const model = argument?.[1] ?? '';
    // What a server is started with may be a word of another kind.
    if (argument && (/(?:run|pull|download)$/.test(words) || /[/:.\d]/.test(model)))
      add('model', provider, end + argument[0].length - model.length, model, { model });
  }
}

const option =
  /(?<!\S)["']?(--model(?:[-_](?:name|id))?|--deployment(?:-name)?|--hf-repo|-hfr?|-m)(?:=|\s+)(["']?)([A-Za-z/](?:[\w./:-]|\$\{\w+\})*)\2(?![^\s;&|)"'])/g;

function serves(provider: string | undefined, catalogue: Catalogue): boolean {
  const kind = provider === undefined ? undefined : catalogue.provider(provider)?.kind;
  return kind !== undefined && !['framework', 'assistant', 'tool', 'observability'].includes(kind);
}
