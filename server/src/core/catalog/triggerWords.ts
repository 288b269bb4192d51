import { longestPart as longest } from './glob.js';
import type { CompiledProvider } from './schema.js';

/** Names that short, or that common, only count in quotes or behind an import word. */
const SHORT = 6;
const common = new Set([
  'together',
  'replicate',
  'continue',
  'guidance',
  'outlines',
  'instructor',
  'speechmatics',
  'stability',
  'cursor',
  'genkit',
  'pipeline',
  'transformers',
  'predictionguard',
  'generate',
  'AutoGen',
  'autogen',
  'Gemini',
  'Cohere',
  'Replicate',
  'cactus',
  'Together',
  'Speech',
  'resemble',
  'friendli',
  'chronological',
  'openapi',
  'service',
  'client',
  'chattr',
]);
/** Any code may have a class or an object of these names: with the method they tell. */
const anybodys = new Set(['LanguageModel', 'Summarizer', 'Writer', 'Rewriter', 'ai']);
/**
 * How a name of one's own language stands where it is taken in: by the word before it, or by what encloses it. What
 * manifests of Python, Rust and R say needs no word: they are always read. `^` is the name with a capital.
 */
const taken: Readonly<Record<string, readonly string[]>> = {
  javascript: ['from "#"', "from '#'", 'import "#"', "import '#'", '("#")', "('#')", '"#":', '"#/', "'#/", 'npm:#'],
  python: ['import #', 'from # ', 'from #.'],
  php: ['use #;', 'use #\\'],
  rust: ['use #;', '#::'],
  csharp: ['Include="#"', 'id="#"', 'using #'],
  ruby: ['gem "#"', "gem '#'", 'require "#"', "require '#'", '^::', '^.client', '^.configure'],
  r: ['library(#', 'require(#', '("#")', "('#')", '#::'],
  dart: ['package:#/', '  #:'],
  elixir: ['{:#,'],
  powershell: ['using #', 'Import-Module #', "'#'", '"#"'],
};
const elsewhere = ['import #'];
/** How the name of a service stands where it is chosen: `provider: "groq"`. */
const chosen = ['"#"', "'#'"];
const languageOf: Readonly<Record<string, string>> = {
  npm: 'javascript',
  pypi: 'python',
  composer: 'php',
  cargo: 'rust',
  nuget: 'csharp',
  rubygems: 'ruby',
  cran: 'r',
  pub: 'dart',
  hex: 'elixir',
};

/**
 * Words of which at least one stands in every file that can hold a usage, as far as the file's name does not already
 * tell. A word that contains another one is left out: the shorter one finds it.
 */
export function triggerWords(providers: readonly CompiledProvider[]): string[] {
  const words = new Set<string>();
  const add = (word: string | undefined) => {
    if (word === undefined || word.length < 4 || everywhere.has(word)) return;
    for (const before of insideOthers[word] ?? [''])
      for (const after of followedBy[word] ?? ['']) words.add(before + word + after);
  };
  for (const provider of providers) {
    const addTaken = (name: string, language: string) => {
      const forms = taken[language] ?? elsewhere;
      addName(words, bare(name), bare(name) === provider.id ? [...forms, ...chosen] : forms);
    };
    for (const { host } of provider.hosts ?? []) add(longestPart(host, '*'));
    for (const [ecosystem, names] of Object.entries(provider.packages ?? {}))
      for (const name of names) {
        addTaken(name, languageOf[ecosystem] ?? '');
        if (ecosystem === 'maven') words.add(inPom(name));
        // Code writes the name of a crate with other signs than its manifest.
        if (ecosystem === 'cargo') addTaken(name.replaceAll('-', '_'), 'rust');
      }
    // By its name in a catalogue of Gradle: `libs.koog.agents`.
    if (provider.packages?.maven && provider.id.length < SHORT) words.add(`libs.${provider.id}`);
    for (const [language, modules] of Object.entries(provider.modules ?? {}))
      for (const module of modules) if (!module.startsWith('!')) addTaken(module, language);
    // `from google import genai`
    for (const module of provider.modules?.python ?? []) {
      const dot = module.lastIndexOf('.');
      if (dot > 0 && !module.startsWith('!')) words.add(`from ${module.slice(0, dot)} import ${module.slice(dot + 1)}`);
    }
    for (const module of Object.keys(provider.shared?.modules ?? {})) words.add(`from ${module}`);
    for (const path of provider.shared?.paths ?? []) words.add(path);
    for (const symbol of provider.symbols ?? []) {
      if (symbol.distinctive === true)
        for (const name of symbol.names) add(anybodys.has(lastPart(name)) ? `${name}(` : lastPart(name));
      for (const value of symbol.when?.is ?? []) if (value.length >= 8) add(longestPart(value, '*'));
    }
    for (const call of provider.distinctiveCalls ?? [])
      add(/\(\w+\)$/.test(call) ? `.${call.replace(/\w+\)$/, '')}` : lastParts(call));
    for (const name of Object.keys(provider.environment ?? {})) {
      const start = ownStart(name, provider);
      add(start ?? longestPart(name, '*'));
      // `mistral.api.key`
      if (start !== undefined) add(start.toLowerCase().replace('_', '.api'));
    }
    for (const key of Object.keys(provider.settings ?? {})) for (const form of settingForms(key)) add(form);
    for (const model of provider.models ?? []) {
      const literal = longestPart(model, '*');
      if (literal.length >= 5) add(literal);
    }
    for (const list of [provider.images, provider.resources, provider.actions, provider.nodes, provider.extensions]) {
      // `git:owner/name` stands in an address.
      for (const word of list ?? []) add(longestPart(word.replace(/^git:/, ''), '*'));
    }
    // A resource and its kind stand apart: `kind: 'AIServices'`.
    for (const word of provider.resources ?? []) {
      const kind = /:([A-Z]\w+)$/.exec(word)?.[1];
      if (kind !== undefined) for (const quote of ['"', "'"]) add(quote + kind + quote);
    }
    // Editors take a name in capitals too: `GitHub.copilot`.
    for (const word of provider.extensions ?? []) {
      const dot = word.indexOf('.');
      add(word.slice(common.has(word.slice(dot + 1)) ? 1 : dot));
    }
    for (const command of provider.commands ?? []) {
      add(command.replace(/ --?\w+ [A-Z].*$/, ''));
      // As the words of a program that code starts: `["claude", "-p", vraag]`.
      const [program, option, more] = command.split(' ');
      if (provider.kind === 'assistant' && more === undefined && /^-/.test(option ?? ''))
        for (const quote of ['"', "'"]) add(`${quote}${program}${quote},`);
    }
    for (const { pattern } of provider.keys ?? []) for (const start of keyStarts(pattern)) add(start);
  }
  for (const path of endpointPaths) words.add(path);
  words.add('"chat/completions').add("'chat/completions");
  words.add('/openai/deployments/').add(vectors);
  // LangChain's verb on what is called as its objects are, in files that take nothing from it.
  for (const object of ['llm', 'LLM', 'Llm', 'chain', 'Chain', 'agent', 'Agent', 'model', 'Model'])
    for (const verb of ['.invoke(', '.ainvoke(']) words.add(object + verb);
  // Whoever is asked: `AI_API_KEY`, `LLM_BASE_URL`.
  for (const start of ['AI_', 'LLM_', 'GENAI_'])
    for (const end of ['API_KEY', 'API_URL', 'BASE_URL', 'MODEL']) words.add(start + end);
  words.add('AI_GATEWAY_');
  // A file of one's own that makes the client.
  for (const name of ['openai', 'anthropic', 'claude', 'gemini', 'genkit', 'ollama', 'groq', 'llm', 'ai'])
    for (const quote of ['"', "'"]) words.add(`/${name}${quote}`);
  // As names of a project's own have it: `OpenAiToken`.
  words.add('OpenAi').add('openAi');
  // Services that .NET is told of under names of a project's own.
  for (const name of ['Gemini', 'Claude']) for (const end of ['Service', 'Client']) words.add(name + end);
  words.add('"Gemini"').add('"Claude"');
  // The product's own directives must be read where they stand.
  words.add('ai-verantwoording');
  return withoutContained([...words]);
}

/** The path of Azure's interface, also behind a gateway of one's own. */
export const azurePath = /(?:^|[/\0])openai\/deployments\/[^/?#]+(?:\/\w|\/?$)/;

/** Paths of the interfaces that many services share; a call that ends so goes to a model wherever its host comes from. */
export const endpointPaths = [
  '/chat/completions',
  '/v1/completions',
  '/v1/embeddings',
  '/v1/messages',
  '/images/generations',
  '/v1/responses',
  '/v1/audio/speech',
  ':generateContent',
  ':streamGenerateContent',
] as const;

/** The same, where the body of the call says so too. */
export const vectors = '/embeddings';

/** What also stands inside other words (`array-2`, `MODIFY_`) or ends a sentence (`together:`), and what it stands behind. */
const behindWhat = ['"', "'", ': ', '=', '/', '`', '>', '- ', 'ENV ', 'export ', '{', '(', '$', '.'];
const insideOthers: Readonly<Record<string, readonly string[]>> = {
  'ray-2': behindWhat,
  'together:': behindWhat,
  'command-r': behindWhat,
  DIFY_: behindWhat,
  // Not where a project makes up a method of that name itself.
  generateContent: ['.', '>'],
  // Any language may have a class that writes: `ClassWriter.create(`.
  'Writer.create(': [' ', '.', '(', '=', '!'],
};

/** What is a word of its own in another language, and is followed by this where it is meant. */
const followedBy: Readonly<Record<string, readonly string[]>> = {
  // A jewel, or a bud: `gemma3:4b`, `gemma-2-9b`, `/gemma`.
  gemma: ['-', '_', ':', '2', '3', '4', '@'],
};

/** Parts of the catalogue's tokens that stand in code of every kind; the tokens have other parts to be found by. */
const everywhere = new Set([
  'retrieve',
  'enabled',
  'binding',
  'connections',
  'memory',
  'observations',
  'transformer',
  'apiKey',
  'api-key',
  'base-url',
  'translation',
  'translation_',
  'speech',
  'Replicate',
  'Gemini',
  'localhost:1234',
  '127.0.0.1:1234',
  'localhost:30000',
  '127.0.0.1:30000',
  'Azure',
  'azure',
  'amazonaws.com',
  'completions',
  'Completions',
  'Speech',
  'generate',
  'messages',
  'conversations',
  'conversational',
  'summarization',
  'threads',
  'embeddings',
  'endpoint',
  'location',
]);

/** `OLLAMA_`: what a project makes up itself begins as the catalogue's own names do, `OLLAMA_LLM_KEY`. */
function ownStart(name: string, { id, kind }: CompiledProvider): string | undefined {
  const start = /^(?!VERTEX|LUMA|NOVA|INCEPTION)[A-Z]{4,}(?=_)/.exec(name)?.[0] ?? '-';
  // Not the first word of a longer name: `GITHUB_`, `DOCKER_`, `OPEN_` stand in code of every kind.
  return /^(?:service|gateway|local)$/.test(kind) && id === start.toLowerCase() ? `${start}_` : undefined;
}

/** How keys of a pattern begin: `sk-(?:proj|admin)-…` gives `sk-proj` and `sk-admin`. */
function keyStarts(pattern: string): string[] {
  const match = /^\^?([A-Za-z0-9_-]*)(?:\(\?:([A-Za-z0-9_|-]+)\))?/.exec(pattern);
  const [start, choices] = [match?.[1] ?? '', match?.[2]];
  return choices === undefined ? [start] : choices.split('|').map((choice) => start + choice);
}

function addName(words: Set<string>, name: string, forms: readonly string[]): void {
  if (name.length < 2) return;
  if (name.length >= SHORT && !common.has(name)) words.add(name);
  else for (const form of forms) words.add(form.replace('#', name).replace('^', capitalized(name)));
}

/** In a POM group and artifact stand apart; where the artifact is an ordinary word, the group tells. */
function inPom(name: string): string {
  const [group = '', artifact = ''] = name.split(':');
  if (artifact.length < SHORT || common.has(artifact) || /^(?:core\b|\*)/.test(artifact)) return `<groupId>${group}<`;
  const end = artifact.startsWith('spring-ai-') ? 'spring-ai-'.length : artifact.indexOf('*');
  return `<artifactId>${end === -1 ? `${artifact}<` : artifact.slice(0, end)}`;
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function bare(name: string): string {
  return longestPart(name, '*').replace(/[/.]$/, '');
}

function longestPart(text: string, separator: string): string {
  return longest(text, separator).replace(/^[.-]+|[.]+$/g, '');
}

function lastPart(name: string): string {
  // A chain is often broken before its dot, and never at its colons: `Gemini::client`.
  return /^[^.]+/.exec(name)?.[0] ?? name;
}

/** `chat.completions.create` is found by `completions.create` too when the chain is broken over lines: take its rarest name. */
function lastParts(call: string): string | undefined {
  const parts = call.replace(/\(\)/g, '').split('.');
  const rarest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  // `AI.run`
  if (rarest.length < 4) return parts.join('.');
  if (!everywhere.has(rarest)) return rarest;
  // A word of every kind of code (`completions`) only with the one before it, or after it.
  const at = parts.indexOf(rarest);
  const [from, to] = at > 0 ? [at - 1, at + 1] : [at, at + 2];
  return parts.slice(from, to).join('.');
}

/** The vendor's part of a key; what the last part says (`base-url`, `Endpoint`) stands in every other file. */
function settingForms(key: string): string[] {
  const segments = key
    .split('.')
    .filter((segment) => !segment.includes('*') && !plainSegments.has(segment.toLowerCase()));
  const vendor = segments.length > 1 ? segments.slice(0, -1) : segments;
  const longest = vendor.reduce((best, part) => (part.length > best.length ? part : best), '');
  if (common.has(longest) || longest === 'gemini') return [`.${longest}.`, ` ${longest}:`, `"${longest}"`];
  return longest.length >= 6 ? [longest] : [];
}

const plainSegments = new Set([
  'spring',
  'ai',
  'azure',
  'options',
  'chat',
  'embedding',
  'services',
  'settings',
  'config',
  'endpoint',
  'endpoints',
  'providers',
  'provider',
  'models',
  'quarkus',
  'connectionstrings',
  'parameters',
  'google',
  'vertex',
  'project-id',
  'default',
  'environment',
  'endpoint',
  'client',
  'server',
  'servers',
  'command',
  'configuration',
  'custom',
]);

function withoutContained(words: string[]): string[] {
  const sorted = words.sort((a, b) => a.length - b.length);
  const kept: string[] = [];
  for (const word of sorted) if (!kept.some((shorter) => word.includes(shorter))) kept.push(word);
  return kept;
}
