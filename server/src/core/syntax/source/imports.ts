import type { Span } from '../../place.js';
import type { ImportedName, ImportFact } from '../fact.js';
import type { Cursor } from './cursor.js';
import type { ImportStyle, Language } from './language.js';
import { aliasAfter, nameList } from './importedNames.js';
import { Kind } from './tokens.js';
import { spanOf } from './spans.js';

type StringAt = (at: number) => string;
/** The import statement at the cursor, with the cursor behind it; undefined (cursor untouched) when there is none. */
export function readImport(cursor: Cursor, language: Language, stringAt: StringAt): ImportFact[] | undefined {
  if (language.imports === 'none' || cursor.patience < 0) return undefined;
  const from = cursor.at;
  const found = readers[language.imports](cursor, stringAt);
  if (!found) {
    cursor.patience -= cursor.at - from;
    cursor.lookedAt(cursor.at);
    cursor.at = from;
  }
  return found;
}

const swiftAccess: ReadonlySet<string> = new Set(['public', 'package', 'internal', 'fileprivate', 'private']);
const swiftKinds: ReadonlySet<string> = new Set('struct class enum protocol typealias func let var'.split(' '));

const readers: Record<
  Exclude<ImportStyle, 'none'>,
  (cursor: Cursor, stringAt: StringAt) => ImportFact[] | undefined
> = {
  python: (cursor) => {
    const start = cursor.start();
    const word = cursor.text();
    if (word === 'import') {
      cursor.at++;
      const found: ImportFact[] = [];
      do {
        const { path, span } = dotted(cursor);
        if (path === '') return undefined;
        const alias = aliasAfter(cursor, 'as');
        found.push({
          module: path,
          names: [],
          alias: alias ?? path,
          span: spanOf(start, lastEnd(cursor)),
          moduleSpan: span,
        });
      } while (take(cursor, ','));
      return found;
    }
    if (word !== 'from') return undefined;
    cursor.at++;
    const { path, span } = dotted(cursor);
    if (path === '' || cursor.text() !== 'import') return undefined;
    cursor.at++;
    const names = nameList(cursor, 'as', '(');
    return [{ module: path, names, span: spanOf(start, lastEnd(cursor)), moduleSpan: span }];
  },

  javascript: (cursor, stringAt) => {
    const start = cursor.start();
    const word = cursor.text();
    if (word !== 'import' && word !== 'export') return undefined;
    cursor.at++;
    if (cursor.is('(') || cursor.is('.')) return undefined;
    if (cursor.kind() === Kind.String) return word === 'import' ? [moduleAt(cursor, stringAt, start, [])] : undefined;
    let alias: string | undefined;
    const names: ImportedName[] = [];
    if (cursor.text() === 'type' && cursor.kind(cursor.at + 1) !== Kind.Operator) cursor.at++;
    for (;;) {
      cursor.at = cursor.afterLineEnds();
      if (cursor.is('*')) {
        cursor.at++;
        alias = aliasAfter(cursor, 'as') ?? alias;
      } else if (cursor.is('{')) {
        names.push(...nameList(cursor, 'as', '{'));
      } else if (cursor.kind() === Kind.Name && cursor.text() !== 'from') {
        if (word === 'export') return undefined;
        names.push({ name: 'default', alias: cursor.text(), span: cursor.span() });
        cursor.at++;
      } else break;
      if (!take(cursor, ',')) break;
    }
    cursor.at = cursor.afterLineEnds();
    if (cursor.text() !== 'from' || cursor.kind(cursor.at + 1) !== Kind.String) return undefined;
    cursor.at++;
    return [moduleAt(cursor, stringAt, start, names, alias)];
  },

  java: (cursor) => {
    const start = cursor.start();
    if (cursor.text() !== 'import') return undefined;
    cursor.at++;
    const isStatic = cursor.text() === 'static';
    if (isStatic) cursor.at++;
    const { path, span } = dotted(cursor);
    if (path === '') return undefined;
    const end = lastEnd(cursor);
    if (cursor.is('{')) {
      // Scala: `import a.b.{C, D => E}`.
      const names = nameList(cursor, '=>', '{');
      return [{ module: path.replace(/\.$/, ''), names, span: spanOf(start, lastEnd(cursor)), moduleSpan: span }];
    }
    const isAll = path.endsWith('.*') || path.endsWith('._');
    const cut = path.lastIndexOf('.');
    const module = isAll ? path.slice(0, -2) : cut === -1 ? path : path.slice(0, cut);
    const name = isAll ? '*' : path.slice(cut + 1);
    const alias = aliasAfter(cursor, 'as') ?? name;
    return [
      {
        module,
        names: [{ name, alias, span }],
        span: spanOf(start, Math.max(end, lastEnd(cursor))),
        moduleSpan: span,
      },
    ];
  },

  csharp: (cursor) => {
    const start = cursor.start();
    const isGlobal = cursor.text() === 'global';
    if (isGlobal) cursor.at++;
    if (cursor.text() !== 'using') return undefined;
    cursor.at++;
    if (cursor.text() === 'static') cursor.at++;
    if (cursor.kind() !== Kind.Name || cursor.text() === 'var' || cursor.text() === 'await') return undefined;
    let { path, span } = dotted(cursor);
    let alias: string | undefined;
    if (cursor.is('=')) {
      alias = path;
      cursor.at++;
      ({ path, span } = dotted(cursor));
    }
    // Without `;` it is a `using` declaration: `using Foo foo = …`.
    // On a page of Razor the line ends it.
    const end = cursor.is(';') ? cursor.end() : span.end;
    cursor.at = cursor.afterLineEnds();
    if ((!cursor.is(';') && !cursor.done) || path === '') return undefined;
    const names =
      alias === undefined
        ? [{ name: '*', alias: '*', span }]
        : [{ name: path.slice(path.lastIndexOf('.') + 1), alias, span }];
    const shared = { ...(alias !== undefined && { alias }), ...(isGlobal && { isGlobal }) };
    return [{ module: path, names, span: spanOf(start, end), moduleSpan: span, ...shared }];
  },

  go: (cursor, stringAt) => {
    if (cursor.text() !== 'import') return undefined;
    const start = cursor.start();
    cursor.at++;
    const one = (from: number): ImportFact | undefined => {
      let alias: string | undefined;
      if (cursor.kind() === Kind.Name || cursor.is('.')) {
        alias = cursor.text();
        cursor.at++;
      }
      if (cursor.kind() !== Kind.String) return undefined;
      const module = stringAt(cursor.at);
      const span = cursor.span();
      cursor.at++;
      return {
        module,
        names: [],
        alias: alias ?? goPackageName(module),
        span: spanOf(from, span.end),
        moduleSpan: span,
      };
    };
    if (!cursor.is('(')) {
      const found = one(start);
      return found && [found];
    }
    cursor.at++;
    const found: ImportFact[] = [];
    while (!cursor.done && !cursor.is(')')) {
      const item = one(cursor.start());
      if (item) found.push(item);
      else cursor.at++;
    }
    cursor.at++;
    return found;
  },

  php: (cursor) => {
    const start = cursor.start();
    if (cursor.text() !== 'use') return undefined;
    cursor.at++;
    if (cursor.text() === 'function' || cursor.text() === 'const') cursor.at++;
    if (cursor.kind() !== Kind.Name) return undefined;
    const path = cursor.text().replace(/\\/g, '.').replace(/^\./, '');
    const span = cursor.span();
    cursor.at++;
    if (cursor.is('{')) {
      const module = path.replace(/\.$/, '');
      return [{ module, names: nameList(cursor, 'as', '{'), span: spanOf(start, lastEnd(cursor)), moduleSpan: span }];
    }
    const cut = path.lastIndexOf('.');
    const name = path.slice(cut + 1);
    const alias = aliasAfter(cursor, 'as') ?? name;
    const module = cut === -1 ? path : path.slice(0, cut);
    return [{ module, names: [{ name, alias, span }], span: spanOf(start, lastEnd(cursor)), moduleSpan: span }];
  },

  rust: (cursor) => {
    const start = cursor.start();
    if (cursor.text() === 'pub') cursor.at++;
    skipGroup(cursor);
    if (cursor.text() === 'extern' && cursor.text(cursor.at + 1) === 'crate') {
      cursor.at += 2;
      const { path, span } = dotted(cursor);
      return [{ module: path, names: [], alias: path, span: spanOf(start, lastEnd(cursor)), moduleSpan: span }];
    }
    if (cursor.text() !== 'use') return undefined;
    cursor.at++;
    if (cursor.is('::')) cursor.at++;
    const { path, span } = dotted(cursor);
    if (path === '') return undefined;
    if (cursor.is('{')) {
      const module = path.replace(/\.$/, '');
      const names = nameList(cursor, 'as', '{', module.slice(module.lastIndexOf('.') + 1));
      return [{ module, names, span: spanOf(start, lastEnd(cursor)), moduleSpan: span }];
    }
    const isAll = path.endsWith('.*');
    const cut = path.lastIndexOf('.');
    const module = isAll ? path.slice(0, -2) : cut === -1 ? path : path.slice(0, cut);
    const name = isAll ? '*' : path.slice(cut + 1);
    const alias = aliasAfter(cursor, 'as') ?? name;
    return [{ module, names: [{ name, alias, span }], span: spanOf(start, lastEnd(cursor)), moduleSpan: span }];
  },

  swift: (cursor) => {
    const start = cursor.start();
    const isTested = cursor.is('@') && cursor.text(cursor.at + 1) === 'testable';
    // `@preconcurrency public import struct Module.Type`
    skipAnnotations(cursor);
    if (swiftAccess.has(cursor.text())) cursor.at++;
    if (cursor.text() !== 'import') return undefined;
    cursor.at++;
    if (swiftKinds.has(cursor.text())) cursor.at++;
    const { path, span } = dotted(cursor);
    return path === ''
      ? undefined
      : [
          {
            module: path,
            names: [{ name: '*', alias: '*', span }],
            span: spanOf(start, span.end),
            moduleSpan: span,
            ...(isTested && { isTested }),
          },
        ];
  },

  dart: (cursor, stringAt) => {
    skipAnnotations(cursor);
    const start = cursor.start();
    if (cursor.text() !== 'import' && cursor.text() !== 'export') return undefined;
    cursor.at++;
    if (cursor.kind() !== Kind.String) return undefined;
    const module = stringAt(cursor.at);
    const span = cursor.span();
    cursor.at++;
    const alias = aliasAfter(cursor, 'as');
    while (!cursor.done && !cursor.is(';') && cursor.kind() !== Kind.LineEnd) cursor.at++;
    const names = alias === undefined ? [{ name: '*', alias: '*', span }] : [];
    return [
      { module, names, span: spanOf(start, lastEnd(cursor)), moduleSpan: span, ...(alias !== undefined && { alias }) },
    ];
  },
};

/** `@TestOn('vm')` before an import, with the line ends behind it. */
function skipAnnotations(cursor: Cursor): void {
  while (cursor.is('@')) {
    cursor.at += 2;
    while (cursor.is('.')) cursor.at += 2;
    skipGroup(cursor);
    while (!cursor.done && cursor.kind() === Kind.LineEnd) cursor.at++;
  }
}

/** What stands in brackets here: `pub(crate)`. */
function skipGroup(cursor: Cursor): void {
  if (!cursor.is('(')) return;
  for (let depth = 0; !cursor.done; cursor.at++) {
    if (cursor.kind() === Kind.Open) depth++;
    else if (cursor.kind() === Kind.Close && --depth === 0) break;
  }
  cursor.at++;
}

function moduleAt(
  cursor: Cursor,
  stringAt: StringAt,
  start: number,
  names: ImportedName[],
  alias?: string,
): ImportFact {
  const moduleSpan = cursor.span();
  const module = stringAt(cursor.at);
  cursor.at++;
  return { module, names, span: spanOf(start, moduleSpan.end), moduleSpan, ...(alias !== undefined && { alias }) };
}

/** `a.b.c`, `a::b`, `.a`, `a.*`; the cursor ends behind it. */
function dotted(cursor: Cursor): { path: string; span: Span } {
  const start = cursor.start();
  let path = '';
  for (; !cursor.done; cursor.at++) {
    const kind = cursor.kind();
    if (kind === Kind.Name) {
      if (path !== '' && !path.endsWith('.')) break;
      if (cursor.text() === 'import' && path !== '') break;
      path += cursor.text();
    } else if (cursor.is('.') || cursor.is('::')) path += '.';
    else if (cursor.is('..') || cursor.is('...')) path += cursor.text();
    else if (cursor.is('*') && path.endsWith('.')) path += '*';
    else break;
  }
  return { path, span: spanOf(start, lastEnd(cursor)) };
}

function take(cursor: Cursor, text: string): boolean {
  if (!cursor.is(text)) return false;
  cursor.at++;
  return true;
}

function lastEnd(cursor: Cursor): number {
  return cursor.end(cursor.at - 1);
}

/** The name that Go code uses for a package path: its last part, without `go-`, `.go` and a version. */
function goPackageName(path: string): string {
  const parts = path.split('/');
  let last = parts.pop() ?? path;
  if (/^v\d+$/.test(last)) last = parts.pop() ?? last;
  return last
    .replace(/\.v\d+$/, '')
    .replace(/^go-/, '')
    .replace(/(?:-sdk)?[-.]go$/, '')
    .replace(/-/g, '');
}
