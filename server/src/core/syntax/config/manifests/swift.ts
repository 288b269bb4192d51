import type { FactsBuilder } from '../factsBuilder.js';
import { type ConfigNode, entriesAt, nodeAt, scalarAt } from '../tree.js';
import { withoutComments } from '../withoutComments.js';
import { withoutKeys } from './tableDependencies.js';

/** `Package.swift`: a package goes by its repository, on GitHub as `owner/name`. */
export function readPackageSwift(text: string, out: FactsBuilder): void {
  const code = withoutComments(text);
  const dependency =
    /\.package\(\s*(?:name:\s*"[^"]*",\s*)?(?:url|id):\s*"([^"]+)"(?:\s*,\s*(?:from|exact):\s*"([^"]+)")?(?:\s*\))?/g;
  for (const found of code.matchAll(dependency)) {
    const [all, url, version] = found;
    if (!url) continue;
    const start = found.index + all.indexOf(url);
    const span = { start: found.index, end: found.index + all.length };
    out.dependency('swift', repository(url), version, span, { start, end: start + url.length });
  }
}

function repository(url: string): string {
  return url.replace(/^(?:https?:\/\/|git@)(?:github\.com[/:])?/, '').replace(/\.git$/, '');
}

/** Xcode keeps the packages of an app in its project: `repositoryURL = "https://github.com/…";`, and what it takes of them. */
export function readXcode(text: string, out: FactsBuilder): void {
  for (const { 0: all, 1: url = '', index } of text.matchAll(/repositoryURL = "([^"\n]+)"/g)) {
    const span = { start: index, end: index + all.length };
    out.dependency('swift', repository(url), undefined, span, { start: span.end - 1 - url.length, end: span.end - 1 });
  }
  for (const { 0: all, 1: name = '', index } of text.matchAll(/productName = "?([\w-]+)"?;/g)) {
    const span = { start: index, end: index + all.length };
    const start = index + all.indexOf(name, 13);
    out.dependency('swift', name, undefined, span, { start, end: start + name.length });
  }
}

/** XcodeGen's `project.yml`: `packages: { OpenAI: { url: https://github.com/… } }`. Returns what is left for settings. */
export function readXcodeGen(root: ConfigNode, out: FactsBuilder): ConfigNode {
  if (!nodeAt(root, 'targets')) return root;
  for (const { value } of entriesAt(root, 'packages')) {
    const place = scalarAt(value, 'url') ?? scalarAt(value, 'github');
    const version = scalarAt(value, 'from') ?? scalarAt(value, 'version');
    if (place) out.dependency('swift', repository(place.value), version?.value, place.span, place.span);
  }
  return withoutKeys(root, ['packages']);
}
