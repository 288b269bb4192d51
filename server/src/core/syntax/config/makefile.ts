import type { ConfigurationFile, FactsBuilder } from './factsBuilder.js';
import { addScript } from './script.js';

/** `MODEL ?= gpt-4o`, `export OPENAI_BASE_URL := https://…`; in a justfile the value stands in quotes. */
const assignment =
  /^(?:export[ \t]+|override[ \t]+)?([A-Za-z_][\w-]*)[ \t]*(?:\?|\+|::?)?=[ \t]*(.*?)[ \t]*(?:[ \t]#.*)?$/;
/** What make itself does with a line of a recipe: do not show it, go on when it fails. */
const prefix = /^([ \t]+)(?!--)[@+-]+/;
/** `$(or $(model),gpt-4o)`: what the variable is when nobody gives it. */
const orElse = /\$\(or \$\(\w+\),([^()]*)\)/g;

/** A Makefile or a justfile: variables as settings, the lines of its recipes as commands. */
export function readMakefile({ text }: ConfigurationFile, out: FactsBuilder): void {
  let recipe = '';
  let recipeStart = 0;
  const flush = (): void => {
    if (recipe !== '') addScript(recipe, recipeStart, out);
    recipe = '';
  };
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline + 1;
    const line = text.slice(start, next);
    if (/^[ \t]+\S/.test(line)) {
      if (recipe === '') recipeStart = start;
      // Blanks in the place of what is left out, so that every offset stays what it is.
      recipe += line.replace(prefix, (all) => ' '.repeat(all.length)).replace(orElse, plain);
    } else {
      flush();
      addAssignment(line.trimEnd(), start, out);
    }
    start = next;
  }
  flush();
}

function plain(all: string, value: string): string {
  return `${' '.repeat(all.length - value.length - 1)}${value} `;
}

function addAssignment(line: string, start: number, out: FactsBuilder): void {
  const found = assignment.exec(line);
  const [, name, written] = found ?? [];
  if (!name || !written) return;
  const inner = /^(["'])(.*)\1$/.exec(written)?.[2];
  const value = inner ?? written;
  const valueStart = start + line.indexOf(written, line.indexOf('=') + 1) + (inner === undefined ? 0 : 1);
  const nameStart = start + line.indexOf(name);
  out.setting(
    [name],
    value,
    { start: nameStart, end: nameStart + name.length },
    { start: valueStart, end: valueStart + value.length },
  );
}
