import { lineStartsOf, rangeOf } from '../../place.js';
import type { Usage } from '../../usage/usage.js';
import type { FileEdit, FixContext } from '../fix.js';

const resource = /(?:^|\/)src\/main\/resources\/application\.(?:ya?ml|properties)$/;
const key = /^spring\.ai\.(openai|anthropic)\.api-key$/;

/**
 * A client that Spring AI makes from settings goes where `base-url` says; the key of the same service shows where those
 * settings stand. Undefined where there is more than one such place.
 */
export function springEdit({ path, provider }: Usage, address: string, context: FixContext): FileEdit[] | undefined {
  const { project } = context;
  if (project.facts(path)?.imports.some((one) => one.module.startsWith('org.springframework.ai.')) !== true)
    return undefined;
  const places: { readonly file: string; readonly start: number; readonly end: number; readonly value: number }[] = [];
  for (const file of project.paths()) {
    if (!resource.test(file)) continue;
    for (const { path: keys, keySpan, valueSpan } of project.facts(file)?.settings ?? [])
      if (key.exec(keys.join('.'))?.[1] === provider)
        places.push({ file, start: keySpan.start, end: keySpan.end, value: valueSpan.start });
  }
  const [place] = places;
  const text = place === undefined ? undefined : context.text(place.file);
  if (place === undefined || text === undefined || places.length > 1) return undefined;
  const line = text.lastIndexOf('\n', place.start - 1) + 1;
  const indent = text.slice(line, place.start);
  const name = text.slice(place.start, place.end);
  const between = text.slice(place.end, place.value).replace(/["']$/, '');
  // The facts are of this text only as long as the key stands where it stood.
  if (!/^[ \t]*$/.test(indent) || !name.endsWith('api-key') || !/^\s*[:=]\s*$/.test(between)) return undefined;
  const newText = `${indent}${name.replace(/api-key$/, 'base-url')}${between}${address}${text.includes('\r\n') ? '\r\n' : '\n'}`;
  return [{ path: place.file, range: rangeOf(lineStartsOf(text), { start: line, end: line }), newText }];
}
