import { lineStartsOf } from '../place.js';
import { configurationLanguageOf, readConfiguration } from './config/readConfiguration.js';
import type { FileFacts, LanguageId } from './fact.js';
import { batchAsShell } from './source/batch.js';
import type { Language } from './source/language.js';
import { withTags } from './source/goTags.js';
import { languageById, languages } from './source/languages/index.js';
import { keepCells, keepImportMap, keepRazor, keepScripts, withoutPhp } from './source/mask.js';
import { notebookCode, takeCommands } from './source/notebook.js';
import { readPowershell } from './source/powershell.js';
import { jvmScriptPackages, pythonScriptPackages, scriptPackages } from './source/scriptPackages.js';
import { readShell } from './source/shell.js';
import type { Reading } from './source/reading.js';
import { readSource } from './source/readSource.js';
import { isTranslation } from './translations.js';

/** Larger files are not read: no person wrote them, and they would hold up the rest. In UTF-16 units. */
export const MAX_TEXT = 2 * 1024 * 1024;

const sourceByExtension = new Map<string, Language>();
for (const language of languages)
  for (const extension of language.extensions) sourceByExtension.set(extension, language);

/** Names of notebook kernels' languages that differ from ours. */
const kernels: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  'f#': 'csharp',
  fsharp: 'csharp',
  pwsh: 'powershell',
  js: 'javascript',
  python3: 'python',
  node: 'javascript',
  deno: 'typescript',
  ir: 'r',
  bash: 'shell',
  sh: 'shell',
  shellscript: 'shell',
};

const embedded: Readonly<Record<string, LanguageId>> = { '.ipynb': 'notebook', '.qmd': 'quarto', '.rmd': 'quarto' };
const jvm: ReadonlySet<LanguageId> = new Set(['java', 'kotlin', 'scala']);
const components = new Set(['.vue', '.svelte', '.astro', '.html', '.htm']);

/** The language that the first line of a script tells: `#!/usr/bin/env bash`. */
const shebang = /^#!\s*\S*\/(?:env\s+(?:-\S+\s+)*)?([a-z]+)/;
const interpreters: Readonly<Record<string, LanguageId>> = {
  sh: 'shell',
  bash: 'shell',
  zsh: 'shell',
  ksh: 'shell',
  dash: 'shell',
  python: 'python',
  ruby: 'ruby',
  node: 'javascript',
  php: 'php',
  pwsh: 'powershell',
};
/** What has no extension and no name that says otherwise may be a script: its first line tells. */
const mayBeScript = /(?:^|\/)(?!(?:readme|license|licence|changelog|copying|authors|notice|makefile)$)[a-z][\w-]*$/;

/** What a shell reads when it starts: `.bashrc`, also where it is kept under another name (`dot_zshrc`). */
const startsShell =
  /(?:^|\/)(?:\.|dot_|_)?(?:bash(?:rc|_profile|_login|_aliases)|z(?:shrc|shenv|profile|login)|kshrc)(?:\.tmpl)?$/;

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}

/** The language of a file by its name; undefined for a file that is never read. */
export function languageOf(path: string): LanguageId | undefined {
  if (isTranslation(path)) return undefined;
  const configuration = configurationLanguageOf(path);
  if (configuration) return configuration;
  if (startsShell.test(path)) return 'shell';
  const extension = extensionOf(path);
  return embedded[extension] ?? sourceByExtension.get(extension)?.id ?? (mayBeScript.test(path) ? 'shell' : undefined);
}

/**
 * Facts of one file. Never throws for a text: what could not be read is left out and `incomplete` says so. Returns
 * undefined for a file of no known language. What `reading` keeps of the version before is used, where there is one for
 * the language; the facts of that version are not to be used any more.
 */
export function readFacts(path: string, text: string, reading?: Reading): FileFacts | undefined {
  let language = languageOf(path);
  if (language === 'shell' && mayBeScript.test(path) && !startsShell.test(path))
    language = interpreters[shebang.exec(text)?.[1] ?? ''];
  if (!language) return undefined;
  if (text.length > MAX_TEXT) return emptyFacts(path, language, 'too large');
  const configuration = readConfiguration(path, text, language);
  if (configuration) return configuration;
  if (language === 'notebook') return readNotebook(path, text);
  if (language === 'quarto') return readCells(path, text);
  const source = sourceByExtension.get(extensionOf(path)) ?? languageById.get(language);
  if (!source) return undefined;
  if (source.id === 'shell') return readShell(path, /\.(?:bat|cmd)$/i.test(path) ? batchAsShell(text) : text, source);
  if (source.id === 'powershell') return readPowershell(path, text, source);
  if (source.id === 'php' && /<script\b/i.test(text)) return readPage(path, text, source);
  if (source.id === 'ruby') return readSource(path, text.replace(/^__END__\r?\n[^]*/m, ''), source, text, { reading });
  if (jvm.has(source.id) && /^(?:\/\/(?:DEPS|> using)\s|@file:DependsOn\()/m.test(text))
    return { ...readSource(path, text, source, text, { reading }), dependencies: jvmScriptPackages(text) };
  if (source.id === 'csharp' && /\.(?:razor|cshtml)$/i.test(path)) return readRazor(path, text, source);
  if (source.id === 'go') return withTags(readSource(path, text, source, text, { reading }), text);
  if (source.id === 'python' && text.includes('# /// script'))
    return { ...readSource(path, text, source, text, { reading }), dependencies: pythonScriptPackages(text) };
  if (components.has(extensionOf(path))) return readComponent(path, text, source, reading);
  return readSource(path, text, source, text, { reading });
}

function readComponent(path: string, text: string, source: Language, reading: Reading | undefined): FileFacts {
  const facts = readSource(path, keepScripts(text), source, text, { reading });
  const map = text.includes('importmap') ? keepImportMap(text) : undefined;
  if (map === undefined) return facts;
  return { ...facts, dependencies: readConfiguration('importmap.json', map, 'json')?.dependencies ?? [] };
}

function readNotebook(path: string, text: string): FileFacts {
  const parts: FileFacts[] = [];
  const { codes, incomplete } = notebookCode(text);
  for (const [name, code] of codes) {
    const source = languageById.get((kernels[name] ?? name) as LanguageId);
    if (!source || source.id === 'powershell') continue;
    const { code: own, commands } = takeCommands(code);
    if (source.id === 'shell') {
      const facts = readShell(path, own, source);
      parts.push({ ...facts, lineStarts: lineStartsOf(text), resources: [...facts.resources, ...commands] });
      continue;
    }
    const facts = readSource(path, own, source, text);
    parts.push({ ...facts, dependencies: scriptPackages(code), resources: commands });
  }
  return { ...together(path, 'notebook', parts, text), ...(incomplete !== undefined && { incomplete }) };
}

function readCells(path: string, text: string): FileFacts {
  const parts = (['r', 'python'] as const).flatMap((id) => {
    const source = languageById.get(id);
    return source
      ? [
          readSource(
            path,
            keepCells(text, (name) => name === id),
            source,
            text,
          ),
        ]
      : [];
  });
  return together(path, 'quarto', parts, text);
}

/** A page of PHP has scripts of its own for the browser. */
function readPage(path: string, text: string, source: Language): FileFacts {
  const facts = readSource(path, text, source);
  const script = languageById.get('javascript');
  const parts = script ? [facts, readSource(path, keepScripts(withoutPhp(text)), script, text)] : [facts];
  return { ...together(path, source.id, parts, text), resources: facts.resources };
}

/** What `_Imports.razor` takes in, every page of its folder does. */
function readRazor(path: string, text: string, source: Language): FileFacts {
  const facts = readSource(path, keepRazor(text), source, text);
  if (!/(?:^|\/)_(?:View)?Imports\.\w+$/.test(path)) return facts;
  return { ...facts, imports: facts.imports.map((each) => ({ ...each, isGlobal: true })) };
}

function together(path: string, language: LanguageId, parts: readonly FileFacts[], text: string): FileFacts {
  return {
    path,
    language,
    lineStarts: parts[0]?.lineStarts ?? lineStartsOf(text),
    imports: parts.flatMap(({ imports }) => imports),
    calls: parts.flatMap(({ calls }) => calls),
    bindings: parts.flatMap(({ bindings }) => bindings),
    strings: parts.flatMap(({ strings }) => strings),
    settings: [],
    dependencies: parts.flatMap(({ dependencies }) => dependencies),
    environment: parts.flatMap(({ environment }) => environment),
    resources: parts.flatMap(({ resources }) => resources),
    directives: parts.flatMap(({ directives }) => directives),
    parts,
  };
}

export function emptyFacts(path: string, language: LanguageId, incomplete?: string): FileFacts {
  return {
    path,
    language,
    lineStarts: lineStartsOf(''),
    imports: [],
    calls: [],
    bindings: [],
    strings: [],
    settings: [],
    dependencies: [],
    environment: [],
    resources: [],
    directives: [],
    ...(incomplete !== undefined && { incomplete }),
  };
}
