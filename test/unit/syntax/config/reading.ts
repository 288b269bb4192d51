import assert from 'node:assert/strict';
import type { Span } from '../../../../server/src/core/place.js';
import type { FileFacts, SettingFact } from '../../../../server/src/core/syntax/fact.js';
import {
  configurationLanguageOf,
  readConfiguration,
} from '../../../../server/src/core/syntax/config/readConfiguration.js';

/** The facts of a text under a path, with its language derived from the path. */
export function read(path: string, text: string): FileFacts {
  const language = configurationLanguageOf(path);
  assert.ok(language, `${path} has a language`);
  const facts = readConfiguration(path, text, language);
  assert.ok(facts, `${path} has facts`);
  return facts;
}

export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/**
 * Every setting as `path = value`, with what stands at its spans behind it where that is not the last key and the value
 * themselves: so a list of expected lines asserts every span too.
 */
export function settings(path: string, text: string): string[] {
  return read(path, text).settings.map((setting) => shown(text, setting));
}

function shown(text: string, { path, value, keySpan, valueSpan, reference }: SettingFact): string {
  const last = path[path.length - 1] ?? '';
  const key = slice(text, keySpan);
  const found = slice(text, valueSpan);
  const isIndex = /^\d+$/.test(last) && key === found;
  const notes = [
    ...(key === last || isIndex ? [] : [`key «${key}»`]),
    ...(found === value ? [] : [`text «${found}»`]),
    ...(reference ? ['reference'] : []),
  ];
  return `${path.join(' › ')} = ${value}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

/** Every dependency as `ecosystem name version`, then its name and its whole as they stand in the text. */
export function dependencies(path: string, text: string): string[] {
  return read(path, text).dependencies.map(({ ecosystem, name, version, span, nameSpan }) => {
    const written = slice(text, nameSpan);
    return `${ecosystem} ${name}${version ? ` ${version}` : ''}${written === name ? '' : ` (name «${written}»)`} | ${slice(text, span)}`;
  });
}

/** Every resource as `what name`, with the text at its span where that differs. */
export function resources(path: string, text: string): string[] {
  return read(path, text).resources.map(({ what, name, span }) => {
    const written = slice(text, span);
    return `${what} ${name}${written === name ? '' : ` | ${written}`}`;
  });
}
