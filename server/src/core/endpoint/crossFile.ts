import { toWords } from '../names.js';
import type { FileFacts, BindingFact } from '../syntax/fact.js';

/** What may be asked of the other files: as little as will do, since whoever asks is looked at again when the answer changes. */
interface Files {
  has(path: string): boolean;
  /** Whether the file gives a value to the name. */
  gives(path: string, name: string): boolean;
  /** Whether the file declares a class, or what else has members, of that name. */
  declares(path: string, name: string): boolean;
  /** Files of the same folder. */
  beside(path: string): Iterable<string>;
}

/** Where a name stands: a file of the project, and what it is called there. */
export interface Home {
  readonly path: string;
  readonly name: string;
}

/** Languages whose files of one folder see each other's constants. */
const sharesPackage = new Set(['kotlin', 'go', 'scala', 'swift', 'r']);

/**
 * The file of the project that an imported name comes from, where the language makes it plain: a relative or dotted
 * Python module, a relative JavaScript path, a class of Java, Kotlin or C# by its file's name.
 */
export function importedFrom(
  from: FileFacts,
  path: string,
  files: Files,
  byName: (fileName: string) => readonly string[],
): Home | undefined {
  const [root, ...rest] = path.split('.') as [string, ...string[]];
  for (const each of from.imports) {
    const named = each.names.find(({ alias, name }) => alias === root || (name === '*' && from.language === 'dart'));
    const isModule = each.alias === root;
    if (!named && !isModule) continue;
    for (const candidate of candidatePaths(from, each.module, named?.name, byName)) {
      const { path } = candidate;
      if (!files.has(path)) continue;
      // What a folder only passes on stands in a file beside it.
      if (isOfFolder.test(path) && named !== undefined && !files.gives(path, named.name)) continue;
      if (named?.name === '*') {
        // What the file holds by itself, or in a class: `baseUrl`, `Adressen.baseUrl`.
        const last = rest.at(-1) ?? root;
        if (!files.gives(path, last)) continue;
        return { path, name: last };
      }
      // A member of a class that the file has, `Config.BASE_URL`, stands there by its own name.
      const [member = '', ...more] = rest;
      if (named && more.length === 0 && files.gives(path, member) && files.declares(path, named.name))
        return { path, name: member };
      const name = candidate.isModule || isModule ? rest.join('.') : [named?.name ?? root, ...rest].join('.');
      if (name !== '') return { path, name };
    }
  }
  const inPackage = rest.length > 0 ? ofPackage(from, root, rest, files) : undefined;
  if (inPackage) return inPackage;
  const passed = passedOn(from, root, files);
  if (passed) return { path: passed.path, name: [passed.name, ...rest].join('.') };
  // A constant outside any class, of another package: `import nl.voorbeeld.adressen.basisAdres`.
  const constant = rest.length === 0 && from.language === 'kotlin' ? root : undefined;
  for (const { module, names } of constant === undefined ? [] : from.imports) {
    const named = names.find(({ alias }) => alias === constant)?.name;
    if (named === undefined) continue;
    for (const base of ancestors(from.path.split('/').slice(0, -1))) {
      for (const beside of files.beside([...base, ...module.split('.'), ''].join('/')))
        if (files.gives(beside, named)) return { path: beside, name: named };
    }
  }
  // A constant outside any class, in another file of the same package.
  if (rest.length === 0 && sharesPackage.has(from.language)) {
    for (const beside of files.beside(from.path))
      if (beside !== from.path && files.gives(beside, root)) return { path: beside, name: root };
  }
  // A constant that PHP defines is there for the whole program: in a file of settings beside it or above.
  if (rest.length === 0 && from.language === 'php' && /^[A-Z][A-Z0-9_]+$/.test(root)) {
    for (const base of ancestors(from.path.split('/').slice(0, -1))) {
      for (const beside of files.beside([...base, ''].join('/')))
        if (mayHoldSettings(beside) && files.gives(beside, root)) return { path: beside, name: root };
    }
  }
  if (rest.length === 0 && /^[A-Z]/.test(root)) {
    for (const first of loadedFirst(from, files)) if (files.gives(first, root)) return { path: first, name: root };
  }
  // `Config.BASE_URL`: a class of the same package.
  const [member, ...more] = rest;
  if (member === undefined || more.length > 0 || !/^[A-Z]/.test(root)) return undefined;
  const fileName = from.language === 'ruby' ? toWords(root).toLowerCase() : root;
  for (const extension of classExtensions[from.language] ?? [])
    for (const file of byName(fileName + extension)) if (files.has(file)) return { path: file, name: member };
  // In a file of another name.
  for (const beside of sharesPackage.has(from.language) ? files.beside(from.path) : [])
    if (beside !== from.path && files.declares(beside, root) && files.gives(beside, member))
      return { path: beside, name: member };
  return undefined;
}

/** `config.BaseURL` of Go, where the file imports `example.nl/app/internal/config`: of whatever file in that folder has it. */
function ofPackage(from: FileFacts, root: string, rest: readonly string[], files: Files): Home | undefined {
  if (from.language !== 'go') return undefined;
  const [name = ''] = rest;
  for (const { alias, module } of from.imports) {
    if (alias !== root) continue;
    const parts = module.split('/').slice(0, MAX_PARTS);
    for (const base of ancestors(from.path.split('/').slice(0, -1)))
      for (let cut = 1; cut < parts.length; cut++)
        for (const path of files.beside([...base, ...parts.slice(cut), '.go'].join('/')))
          if (path.endsWith('.go') && (files.gives(path, name) || files.declares(path, name)))
            return { path, name: rest.join('.') };
  }
  return undefined;
}

/** No module is deeper. */
const MAX_PARTS = 12;

/** The file that says what a folder gives, most often what others in it have. */
const isOfFolder = /\/(?:index\.[jt]s|__init__\.py)$/;

/** `import { API } from '../config'`: of a folder, what just one of its files has. */
function passedOn(from: FileFacts, root: string, files: Files): Home | undefined {
  if (!passes.has(from.language)) return undefined;
  for (const { module, names } of from.imports) {
    const name = names.find(({ alias }) => alias === root)?.name;
    if (name === undefined) continue;
    for (const { path } of candidatePaths(from, module, undefined, () => [])) {
      if (!isOfFolder.test(path)) continue;
      const beside = [...files.beside(path)];
      if (beside.length > MANY_FILES) continue;
      const [only, ...others] = beside.filter((each) => each !== path && files.gives(each, name));
      if (only !== undefined && others.length === 0) return { path: only, name };
    }
  }
  return undefined;
}

/** A folder with more is no module. */
const MANY_FILES = 200;

const passes = new Set(['javascript', 'typescript', 'python', 'notebook']);

/** What Rails loads before all else, so that the whole program sees what it sets. */
export function* loadedFirst(from: FileFacts, files: Pick<Files, 'beside'>): Generator<string> {
  if (from.language !== 'ruby') return;
  for (const base of ancestors(from.path.split('/').slice(0, -1)))
    yield* files.beside([...base, 'config', 'initializers', ''].join('/'));
}

/** `config/services.php` above the file, of what Laravel is asked for by `config('services.llm.url')`. */
export function settingsFile(from: FileFacts, name: string, files: Pick<Files, 'has'>): string | undefined {
  for (const base of ancestors(from.path.split('/').slice(0, -1))) {
    const path = [...base, 'config', `${name}.php`].join('/');
    if (files.has(path)) return path;
  }
  return undefined;
}

const classExtensions: Readonly<Record<string, readonly string[]>> = {
  java: ['.java', '.kt'],
  kotlin: ['.kt', '.java'],
  scala: ['.scala'],
  csharp: ['.cs'],
  php: ['.php'],
  dart: ['.dart'],
  swift: ['.swift'],
  ruby: ['.rb'],
};

const scriptExtensions = ['', '.ts', '.tsx', '.js', '.mjs', '.cjs', '.jsx', '.mts', '/index.ts', '/index.js'];

function* candidatePaths(
  from: FileFacts,
  module: string,
  name: string | undefined,
  byName: (fileName: string) => readonly string[],
): Generator<{ path: string; isModule?: boolean }> {
  const folder = from.path.split('/').slice(0, -1);
  if (from.language === 'python' || from.language === 'notebook') {
    const dots = /^\.*/.exec(module)?.[0].length ?? 0;
    const parts = module
      .slice(dots)
      .split('.')
      .filter((part) => part !== '');
    const bases = dots > 0 ? [folder.slice(0, folder.length - (dots - 1))] : ancestors(folder);
    for (const base of bases) {
      const path = [...base, ...parts].join('/');
      if (parts.length > 0) yield { path: `${path}.py` };
      if (name !== undefined) yield { path: path === '' ? `${name}.py` : `${path}/${name}.py`, isModule: true };
      yield { path: path === '' ? '__init__.py' : `${path}/__init__.py` };
    }
    return;
  }
  if (module.startsWith('.') || module.startsWith('@/') || module.startsWith('~/') || module.startsWith('$lib/')) {
    const relative = module.startsWith('.');
    const parts = module
      .replace(/^[@~$](?:lib)?\//, '')
      .replace(/\.js$/, '')
      .split('/');
    const bases = relative
      ? [folder]
      : ancestors(folder).flatMap((base) => [base, [...base, 'src'], [...base, 'src', 'lib']]);
    for (const base of bases) {
      const path = normalise([...base, ...parts]);
      for (const extension of scriptExtensions) yield { path: path + extension };
    }
    return;
  }
  if (from.language === 'dart' || from.language === 'rust') {
    // `package:app/core/adressen.dart`, `crate::core::adressen`: found by its name, in the folder that it names.
    const parts = module.replace(/^package:[^/]+\//, '').split(/[/.]/);
    const at = parts.findLastIndex((part) => part !== 'dart');
    const [parent, file] = [parts[at - 1] ?? '', parts[at] ?? ''];
    const isIn = (path: string) => /^(?:crate|super|self|\.*|lib|src)$/.test(parent) || path.includes(`${parent}/`);
    if (from.language === 'dart') for (const path of byName(`${file}.dart`)) if (isIn(path)) yield { path };
    if (from.language === 'dart' || !/^(?:crate|super|self)\b/.test(module)) return;
    for (const path of byName(`${file}.rs`)) if (isIn(path)) yield { path };
    // `use crate::adressen;` and then `adressen::BASIS`.
    if (name !== undefined) for (const path of byName(`${name}.rs`)) yield { path, isModule: true };
    return;
  }
  for (const extension of classExtensions[from.language] ?? []) {
    // A class, whose constants stand in its file by their own names.
    if (name !== undefined && name !== '*') for (const path of byName(name + extension)) yield { path, isModule: true };
    for (const path of byName(module.slice(module.lastIndexOf('.') + 1) + extension)) yield { path };
  }
}

/** The folder itself and every one above it, the nearest first. */
function ancestors(folder: readonly string[]): string[][] {
  return Array.from({ length: folder.length + 1 }, (_, up) => folder.slice(0, folder.length - up));
}

function normalise(parts: readonly string[]): string {
  const out: string[] = [];
  for (const part of parts) {
    if (part === '..') out.pop();
    else if (part !== '.' && part !== '') out.push(part);
  }
  return out.join('/');
}

/** Whether a file may by its name hold a settings class. */
export function mayHoldSettings(path: string): boolean {
  return /settings|config|env|constants/i.test(path);
}

/** What a settings class declares, with a value of its own: the first of each name. */
export function settingsFields(facts: FileFacts): ReadonlyMap<string, BindingFact> {
  const fields = new Map<string, BindingFact>();
  for (const binding of facts.bindings)
    if (binding.value !== undefined && binding.isParameter !== true && !fields.has(binding.name))
      fields.set(binding.name, binding);
  return fields;
}
