import type { Ecosystem } from '../../fact.js';
import type { FactsBuilder } from '../factsBuilder.js';
import { withoutComments } from '../withoutComments.js';

/** Adds what a pattern finds in a line; group 1 is the name, group 2 the version. */
function addMatches(text: string, pattern: RegExp, ecosystem: Ecosystem, out: FactsBuilder): void {
  for (const found of text.matchAll(pattern)) {
    const [all, name, version] = found;
    if (!name) continue;
    const lead = all.length - all.trimStart().length;
    const start = found.index + lead;
    const nameStart = found.index + all.indexOf(name, lead);
    const end = found.index + all.trimEnd().length;
    out.dependency(ecosystem, name, version, { start, end }, { start: nameStart, end: nameStart + name.length });
  }
}

function withoutHashComments(text: string): string {
  return text.replace(/"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|#[^\n]*/g, (found) =>
    found.startsWith('#') ? ' '.repeat(found.length) : found,
  );
}

/** `go.mod`: what is required directly. */
export function readGoMod(text: string, out: FactsBuilder): void {
  let at = 0;
  let inside = false;
  for (const line of text.split('\n')) {
    const opens = /^\s*require\s*\(/.test(line);
    const single = /^\s*require\s+(?!\()/.exec(line);
    if (opens) inside = true;
    else if (/^\s*\)/.test(line)) inside = false;
    else if ((inside || single) && !/\/\/\s*indirect\b/.test(line)) {
      const skip = single?.[0].length ?? 0;
      const found = /^\s*"?([^\s"/][^\s"]*)"?\s+(v\S+)/.exec(line.slice(skip));
      if (found) {
        const name = found[1] as string;
        const start = at + line.indexOf(name, skip);
        const end = at + skip + found[0].length;
        out.dependency('go', name, found[2], { start, end }, { start, end: start + name.length });
      }
    }
    at += line.length + 1;
  }
}

/** `Gemfile` and `*.gemspec`. */
export function readGemfile(text: string, out: FactsBuilder): void {
  const code = withoutHashComments(text);
  const gem =
    /^[ \t]*(?:gem|\w+\.add(?:_runtime|_development)?_dependency)[ \t(]+["']([\w.-]+)["'](?:\s*,\s*["']([^"'\n]*)["'])?/gm;
  addMatches(code, gem, 'rubygems', out);
}

/** CocoaPods' `Podfile`: `pod 'OpenAISwift', '~> 1.0'`. */
export function readPodfile(text: string, out: FactsBuilder): void {
  addMatches(
    withoutHashComments(text),
    /^[ \t]*pod[ \t(]+["']([\w.-]+)[^"'\n]*["'](?:\s*,\s*["']([^"'\n]*)["'])?/gm,
    'swift',
    out,
  );
}

/** `DESCRIPTION` of an R package. */
export function readDescription(text: string, out: FactsBuilder): void {
  for (const field of text.matchAll(
    /^(?:Imports|Depends|Suggests|Enhances|LinkingTo|(Remotes)):[ \t]*((?:[^\n]*)(?:\n[ \t]+[^\n]*)*)/gm,
  )) {
    const value = field[2] as string;
    const start = field.index + field[0].length - value.length;
    // `tidyverse/ellmer@v0.1`, `github::tidyverse/ellmer`: the repository has the name of the package.
    const parts = field[1] ? /(?<=\/)([A-Za-z][\w.]*)(?=[@#\s,]|$)/g : /([A-Za-z][\w.]*)[ \t]*(?:\(([^)]*)\))?/g;
    for (const part of value.matchAll(parts)) {
      const [all, name, version] = part;
      if (name === 'R' || name === undefined) continue;
      const from = start + part.index;
      const span = { start: from, end: from + all.trimEnd().length };
      out.dependency('cran', name, version, span, { start: from, end: from + name.length });
    }
  }
}

/** NAMESPACE of a package of R: `import(ellmer)`, `importFrom(ellmer,chat_ollama)`. */
export function readNamespace(text: string, out: FactsBuilder): void {
  for (const found of text.matchAll(/^import(?:From)?\([ \t]*"?([A-Za-z][\w.]*)[^\n)]*\)/gm)) {
    const start = found.index + found[0].indexOf(found[1] as string, 'import('.length);
    const span = { start: found.index, end: found.index + found[0].length };
    out.dependency('cran', found[1] as string, undefined, span, { start, end: start + (found[1] as string).length });
  }
}

/**
 * `*.sbt` and `project/Dependencies.scala`: `"io.cequence" %% "openai-scala-client" % "1.2.0"`; in a build of Mill:
 * `mvn"io.cequence::openai-scala-client:1.2.0"`.
 */
export function readSbt(text: string, out: FactsBuilder): void {
  const code = withoutComments(text);
  const dependency =
    /"([\w.-]+)"\s*%{1,3}\s*"([\w.-]+)"\s*%\s*(?:"([^"\n]*)"|[\w.]+)|\b(?:mvn|ivy)"([\w.-]+):{1,3}([\w.-]+):{1,2}([^"\n]*)"/g;
  for (const found of code.matchAll(dependency)) {
    const [all] = found;
    const [group = '', artifact = '', version] = found[1] === undefined ? found.slice(4) : found.slice(1);
    const start = found.index;
    const from = start + all.indexOf(artifact, all.indexOf(group) + group.length);
    const span = { start, end: start + all.length };
    out.dependency('maven', `${group}:${artifact}`, version, span, { start: from, end: from + artifact.length });
  }
}

/** `mix.exs`: `{:openai, "~> 0.6"}` in the list of dependencies. */
export function readMix(text: string, out: FactsBuilder): void {
  addMatches(withoutHashComments(text), /\{\s*:(\w+)\s*,\s*(?:"([^"]*)"\s*\}?|(?=\w+:))/g, 'hex', out);
}
