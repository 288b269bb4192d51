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

/** `#r "nuget: OpenAI, 2.1.0"` of C# scripts and notebooks: a manifest within the code. */
export function scriptPackages(text: string): DependencyFact[] {
  return Array.from(text.matchAll(directive), (match) => packageIn(match, 'nuget'));
}

/** The same of scripts in Java, Kotlin and Scala, where it is a comment. */
export function jvmScriptPackages(text: string): DependencyFact[] {
  return Array.from(text.matchAll(ofJvm), (match) => packageIn(match, 'maven'));
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
