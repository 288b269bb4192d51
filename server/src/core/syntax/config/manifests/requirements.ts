import type { FactsBuilder } from '../factsBuilder.js';
import { addRequirement } from './pep508.js';

/** An editable install or a URL names its package behind `#egg=`, and else by the repository. */
const egg = /#egg=([A-Za-z0-9][\w.-]*)/;
const repository = /\/([A-Za-z0-9][\w-]*(?:\.[\w-]+)*?)(?:\.git)?(?:@[^\s#]*)?(?=[\s#;]|$)/;

/** `requirements.txt` and constraints: one requirement a line; options (`-r`, `--index-url`, `--hash`) are none. */
export function readRequirements(text: string, out: FactsBuilder): void {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const lineEnd = next === -1 ? text.length : next;
    addLine(text.slice(at, lineEnd), at, out);
    at = lineEnd + 1;
  }
}

function addLine(whole: string, at: number, out: FactsBuilder): void {
  const comment = whole.search(/(?:^|\s)#/);
  let line = comment === -1 ? whole : whole.slice(0, comment);
  const options = line.search(/\s--?[a-z]/);
  if (options > 0) line = line.slice(0, options);
  line = line.replace(/\\\s*$/, '').trimEnd();
  const isPlace = /^\s*(?:-e\s|--editable\s|git\+|https?:)/.test(whole);
  const named = isPlace
    ? (egg.exec(whole) ?? (/^\s*(?:-e\s+)?git\+/.test(whole) ? repository.exec(whole) : null))
    : null;
  if (named) {
    const name = named[1] as string;
    const start = at + named.index + named[0].indexOf(name);
    out.dependency(
      'pypi',
      name,
      undefined,
      { start: at, end: at + whole.trimEnd().length },
      { start, end: start + name.length },
    );
  } else if (!/^\s*-/.test(line)) addRequirement(line, at, out);
}
