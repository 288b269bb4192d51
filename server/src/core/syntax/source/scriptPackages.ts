import type { DependencyFact } from '../fact.js';
import { FILLER } from './marks.js';

/** In a notebook a filler stands before a quote. */
const directive = new RegExp(
  `^[ \\t]*#r[ \\t]+${FILLER}?"nuget:[ \\t]*([\\w.-]+)(?:[ \\t]*,[ \\t]*([^"\\s${FILLER}]+))?[^"\\n]*"`,
  'gm',
);

/** `#r "nuget: OpenAI, 2.1.0"` of C# scripts and notebooks: a manifest within the code. */
export function scriptPackages(text: string): DependencyFact[] {
  const found: DependencyFact[] = [];
  for (const match of text.matchAll(directive)) {
    const name = match[1] as string;
    const start = match.index + match[0].indexOf(name);
    const span = { start: match.index, end: match.index + match[0].length };
    const version = match[2];
    found.push({
      ecosystem: 'nuget',
      name,
      span,
      nameSpan: { start, end: start + name.length },
      ...(version !== undefined && { version }),
    });
  }
  return found;
}
