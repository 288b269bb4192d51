import { classify } from '../endpoint/classify.js';
import type { ResourceFact } from '../syntax/fact.js';
import { commandModels, installedPackages } from './commandLine.js';
import type { FileContext } from './fileContext.js';
import { environmentName } from './environmentNames.js';
import { reachOfResolved } from './reach.js';
import type { UsageKind } from './usage.js';

/** Images, resources, permissions, actions and commands of infrastructure and CI files. */
export function resourceUsage({ what, name, span }: ResourceFact, context: FileContext): void {
  const { catalogue, facts } = context;
  const add = (kind: UsageKind, provider: string | undefined) => {
    if (provider !== undefined) context.drafts.push({ kind, provider, span, token: name, weight: 3 });
  };
  switch (what) {
    case 'image':
      return add(
        'container',
        catalogue.images.get(imageName(name)) ?? catalogue.images.get(imageName(name).replace(/^[^/]+\.[^/]+\//, '')),
      );
    case 'resource':
    case 'permission':
      return add('infrastructure', catalogue.resources.get(name.toLowerCase().replace(/@.*$/, '')));
    case 'action':
      return add('workflow', catalogue.actions.get(name.toLowerCase().replace(/@.*$/, '')));
    case 'extension':
      return add('assistant', catalogue.extensions.get(name.toLowerCase()));
    case 'node':
      return add('client', catalogue.nodes.get(name));
    case 'command': {
      const found = catalogue.commands.find(({ words }) => isCommand(name, words));
      add(commandKind(facts.path, facts.language), found?.provider);
      return insideCommand(name, span.start, found, context);
    }
  }
}

/** Variables that a command passes on, addresses that it calls, images that it starts. */
function insideCommand(
  line: string,
  start: number,
  found: { readonly words: string; readonly provider: string } | undefined,
  context: FileContext,
): void {
  const add = (kind: UsageKind, provider: string, at: number, token: string, isNamed = false) =>
    context.drafts.push({
      kind,
      provider,
      span: { start: start + at, end: start + at + token.length },
      token,
      weight: 2,
      isNamed,
    });
  // What is only shown to a person is not passed on.
  if (/^\s*(?:echo|printf)\b[^>]*$/.test(line.replace(/"[^"]*"|'[^']*'/g, ''))) return;
  const addPart: Parameters<typeof installedPackages>[2] = (kind, provider, at, token, model) =>
    context.drafts.push({
      kind,
      provider,
      span: { start: start + at, end: start + at + token.length },
      token,
      weight: 2,
      ...(model !== undefined && { model }),
    });
  installedPackages(line, context, addPart);
  commandModels(line, found, context, addPart);
  for (const match of line.matchAll(
    /(?:\$\{?|secrets\.|vars\.|env\.|\bexport |--env[= ]|-e )([A-Za-z][A-Za-z0-9_]{4,})|\b([A-Z][A-Z0-9_]{4,})=/g,
  )) {
    const name = (match[1] ?? match[2]) as string;
    const certain = environmentName(name, context);
    const provider = certain ?? context.vendors.inSetting(name) ?? context.vendors.inVariable(name);
    if (provider !== undefined) add('environment', provider, match.index, name, certain === undefined);
  }
  for (const match of line.matchAll(/https?:\/\/[^\s"'\\]+/g)) {
    const found = classify(match[0], context.catalogue);
    if (found?.provider === undefined || !/\b(?:curl|wget|http|https|xh|Invoke-\w+)\b/.test(line)) continue;
    const reach = reachOfResolved(found.provider, { value: match[0], source: 'literal', way: [] }, context.catalogue);
    context.drafts.push({
      kind: 'client',
      provider: reach.provider,
      span: { start: start + match.index, end: start + match.index + match[0].length },
      token: match[0],
      act: 'call',
      weight: 3,
      ...(reach.endpoint && { endpoint: reach.endpoint }),
    });
  }
  if (!/\b(?:docker|podman|nerdctl|docker_args)\b/.test(line)) return;
  for (const match of line.matchAll(/[\w./-]+\/[\w.-]+(?::[\w.-]+)?/g)) {
    const provider = context.catalogue.images.get(imageName(match[0]));
    if (provider !== undefined) add('container', provider, match.index, match[0]);
  }
}

export function isCommand(line: string, words: string): boolean {
  const at = line.indexOf(words);
  if (at === -1) return false;
  const before = line.slice(0, at).trimEnd();
  const after = line[at + words.length];
  return (
    (before === '' ||
      /(?:^|[;&|(]|\bdocker exec (?:-\w+ )*\S+|\b(?:sudo|exec|npx|uvx|nohup|time|do|then|run|-c|&&))\s*['"]?$/.test(
        before,
      )) &&
    (after === undefined || /[\s"';]/.test(after))
  );
}

export function commandKind(path: string, language: string): UsageKind {
  if (/(?:^|\/)\.github\/workflows\/|\.gitlab-ci|azure-pipelines|bitbucket-pipelines|(?:^|\/)\.circleci\//.test(path))
    return 'workflow';
  return language === 'dockerfile' || language === 'yaml' ? 'container' : 'client';
}

export function imageName(image: string): string {
  return image
    .replace(/@sha256:.*$/, '')
    .replace(/:[^/:]*$/, '')
    .toLowerCase();
}
