import type { Span } from '../../place.js';
import type { ImportedName } from '../fact.js';
import type { Cursor } from './cursor.js';
import { Kind } from './tokens.js';

/** Nobody takes more from one module. */
const MAX_NAMES = 1000;

/**
 * `a as b, c` with or without brackets; nested braces are flattened, and each name keeps the path to it. `group` is what
 * `self` stands for in the outermost brackets: `use a::{self, b::{self}}`.
 */
export function nameList(cursor: Cursor, aliasWord: string, open: string, group = 'self'): ImportedName[] {
  const names: ImportedName[] = [];
  const groups = [group];
  const paths = [''];
  const closes = cursor.is(open);
  if (closes) cursor.at++;
  let depth = 0;
  let last = group;
  let path = '';
  const add = (name: string, alias: string, span: Span, within: string): void => {
    if (names.length < MAX_NAMES) names.push({ name, alias, span, ...(within !== '' && { within }) });
  };
  while (!cursor.done) {
    const kind = cursor.kind();
    if (kind === Kind.LineEnd) {
      if (!closes) break;
      cursor.at++;
    } else if (kind === Kind.Close) {
      cursor.at++;
      if (depth-- === 0) break;
    } else if (kind === Kind.Open) {
      depth++;
      groups[depth] = last;
      paths[depth] = path;
      cursor.at++;
    } else if (cursor.is('*')) {
      add('*', '*', cursor.span(), path);
      cursor.at++;
    } else if (kind === Kind.Name) {
      if (cursor.text() === 'type' && cursor.kind(cursor.at + 1) === Kind.Name) cursor.at++;
      let name = cursor.text();
      if (name === 'self') name = groups[depth] ?? group;
      let span = cursor.span();
      path = paths[depth] ?? '';
      cursor.at++;
      while (cursor.is('.') || cursor.is('::')) {
        cursor.at++;
        path = path === '' ? name : `${path}.${name}`;
        if (cursor.kind() !== Kind.Name) {
          last = name;
          // `a::{b, c}`, `a::*`: `a` itself is not taken.
          if (cursor.kind() === Kind.Open || cursor.is('*')) name = '';
          break;
        }
        name = cursor.text();
        span = cursor.span();
        cursor.at++;
      }
      if (name !== '') add(name, aliasAfter(cursor, aliasWord) ?? name, span, path);
    } else if (cursor.is(';')) {
      break;
    } else {
      cursor.at++;
    }
  }
  return names;
}

/** `as x`, in the language's word for it. */
export function aliasAfter(cursor: Cursor, word: string): string | undefined {
  if (cursor.text() !== word || cursor.kind(cursor.at + 1) !== Kind.Name) return undefined;
  const alias = cursor.text(cursor.at + 1);
  cursor.at += 2;
  return alias;
}
