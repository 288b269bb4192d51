import type { DependencyFact } from '../fact.js';
import { FILLER } from './marks.js';

/** In a notebook a filler stands before a quote. */
const directive = new RegExp(
  `^[ \\t]*#r[ \\t]+${FILLER}?"nuget:[ \\t]*([\\w.-]+)(?:[ \\t]*,[ \\t]*([^"\\s${FILLER}]+))?[^"\\n]*"`,
  'gm',
);

/** `//> using dep g::a:1.0` of Scala's command, `//DEPS g:a:1.0` of JBang. */
const ofJvm =
  /^\/\/(?:> using (?:dep|lib|test\.dep)(?:endency)?|DEPS)[ \t]+"?([\w.-]+:{1,3}[\w.-]+)(?::{1,2}([\w.+-]+))?/gm;

/** `@file:DependsOn("ai.koog:koog-agents:0.5.0")` of Kotlin's. */
const ofKotlin = new RegExp(
  `^[ \\t]*@file:DependsOn\\([ \\t]*${FILLER}?"([\\w.-]+:[\\w.-]+)(?::([^"\\s${FILLER}]+))?${FILLER}?"`,
  'gm',
);

/** `#r "nuget: OpenAI, 2.1.0"` of scripts and notebooks in C#, and Kotlin's own: a manifest within the code. */
export function scriptPackages(text: string): DependencyFact[] {
  return [
    ...Array.from(text.matchAll(directive), (match) => packageIn(match, 'nuget')),
    ...Array.from(text.matchAll(ofKotlin), (match) => packageIn(match, 'maven')),
  ];
}

/** The same of scripts in Java, Kotlin and Scala, where it is a comment. */
export function jvmScriptPackages(text: string): DependencyFact[] {
  return [...text.matchAll(ofJvm), ...text.matchAll(ofKotlin)].map((match) => packageIn(match, 'maven'));
}

/** Python's own block for it: `# /// script`, up to `# ///`. */
const ofPython = /^# \/\/\/ script[ \t]*\r?\n((?:#.*\r?\n)*?)# \/\/\/[ \t]*$/m;
const inBlock = /^#[ \t]*(?:dependencies[ \t]*=[ \t]*\[)?[ \t]*"([\w.-]+)((?:\[[^\]"]*\])?)([^"]*)"/gm;

/** The same of Python's scripts: `#   "openai>=1.0",` in the list `dependencies`. */
export function pythonScriptPackages(text: string): DependencyFact[] {
  const block = ofPython.exec(text);
  const lines = block?.[1] ?? '';
  const start = text.indexOf(lines, block?.index ?? 0);
  const from = lines.search(/^#[ \t]*dependencies[ \t]*=/m);
  if (from === -1) return [];
  const end = lines.slice(from).search(/^#[ \t]*\]|\][ \t]*$/m);
  const list = end === -1 ? lines.slice(from) : lines.slice(from, from + end + 1);
  return Array.from(list.matchAll(inBlock), ({ 0: all, 1: name = '', 3: version = '', index }) => {
    const at = start + from + index + all.indexOf(`"${name}`) + 1;
    return {
      ecosystem: 'pypi',
      name,
      span: { start: at, end: start + from + index + all.length - 1 },
      nameSpan: { start: at, end: at + name.length },
      ...(version !== '' && { version: version.trim() }),
    };
  });
}

function packageIn(match: RegExpExecArray, ecosystem: DependencyFact['ecosystem']): DependencyFact {
  const [all, written = '', version] = match;
  const start = match.index + all.indexOf(written);
  return {
    ecosystem,
    name: written.replace(/:+/, ':'),
    span: { start: match.index, end: match.index + all.length },
    nameSpan: { start, end: start + written.length },
    ...(version !== undefined && { version }),
  };
}
