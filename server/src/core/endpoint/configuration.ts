import { folderOf, foldersUpFrom } from '../accountability/paths.js';
import { Memo } from '../memo.js';
import { rangeOf } from '../place.js';
import type { FileFacts, SettingFact } from '../syntax/fact.js';
import { isPlaceholder } from '../usage/placeholder.js';
import type { EndpointStep } from './endpoint.js';

/** One value that a configuration file gives to a name. */
export interface ConfiguredValue {
  readonly value: string;
  readonly path: string;
  readonly name: string;
  readonly step: EndpointStep;
}

/** Of one file, under one question. */
const MANY = 20;

interface Entry {
  readonly facts: FileFacts;
  readonly setting: SettingFact;
  /** Lower wins. */
  readonly rank: number;
}

/**
 * The settings of a project's configuration files by the questions that they answer: an environment name, a key path, a
 * property of options. Only names are kept, values stay with the facts. `ask` is told each question.
 */
export class Configuration {
  private readonly answers = new Map<string, Entry[]>();
  /** Files of variables, by their folder: what has one of its own takes nothing from that of a neighbour. */
  private readonly dotenvs = new Map<string, Set<string>>();
  /** By the facts of a file: they are many, and asked for whenever the file changes. */
  private readonly questions = new WeakMap<FileFacts, ReadonlySet<string>>();

  constructor(private readonly ask: (question: string) => void) {}

  /** `isForeign` knows the images of programs that are not the project's: what they are given, its code does not read. */
  add(facts: FileFacts, isForeign: (image: string) => boolean): void {
    if (facts.language === 'dotenv') {
      const folder = folderOf(facts.path);
      this.dotenvs.set(folder, (this.dotenvs.get(folder) ?? new Set()).add(facts.path));
    }
    if (facts.settings.length === 0) return;
    const rank = rankOf(facts.path);
    const foreign = new Set<string>();
    for (const { path, value } of facts.settings)
      if (path.length === 3 && path[0] === 'services' && path[2] === 'image' && isForeign(value))
        foreign.add(path[1] as string);
    const questions = new Set<string>();
    this.questions.set(facts, questions);
    for (const setting of facts.settings) {
      if (setting.path[0] === 'services' && foreign.has(setting.path[1] ?? '')) continue;
      const entry = { facts, setting, rank };
      for (const question of questionsOn(setting, facts)) {
        const entries = this.answers.get(question);
        // The first of a file that has a value is its answer; a few more may be left to be filled in.
        if (entries && questions.has(question) && entries.at(-MANY)?.facts === facts) continue;
        questions.add(question);
        if (entries) entries.push(entry);
        else this.answers.set(question, [entry]);
      }
    }
  }

  remove(facts: FileFacts): void {
    this.dotenvs.get(folderOf(facts.path))?.delete(facts.path);
    for (const question of this.questionsOf(facts)) {
      const kept = this.answers.get(question)?.filter((entry) => entry.facts.path !== facts.path);
      if (kept && kept.length > 0) this.answers.set(question, kept);
      else this.answers.delete(question);
    }
  }

  /** Everything that the settings of a file that was added have a say in. */
  questionsOf(facts: FileFacts): ReadonlySet<string> {
    return this.questions.get(facts) ?? none;
  }

  /** The value of an environment variable for code at `from`: the nearest file that sets it, `.env` before its example. */
  variable(name: string, from: string): ConfiguredValue | undefined {
    const direct = best(this.ownOf(this.entries(`variable ${name}`), from), from);
    if (direct) return direct;
    // `AzureOpenAI__Endpoint`, `SPRING_AI_OPENAI_BASE_URL`: the key path that such a variable overrides.
    return this.key(name.replace(/__/g, '.'), from);
  }

  /** The value at a key path: `AzureOpenAI:Endpoint`, `spring.ai.openai.base-url`. */
  key(path: string, from: string): ConfiguredValue | undefined {
    return best(this.ownOf(this.entries(`key ${squash(path)}`), from), from);
  }

  /**
   * The value of a property of a class that `appsettings.json` or `application.yml` fills in, when just one key is called
   * so: `options.OpenAiEndpoint`. A short name only of an object that is called after the section: `openAiOptions.Endpoint`.
   */
  option(path: string, from: string): ConfiguredValue | undefined {
    const last = path.slice(path.lastIndexOf('.') + 1);
    const object = squash(path.slice(0, -last.length));
    const isSection = (key: string): boolean => key.length >= 4 && object.includes(squash(key));
    const entries = this.entries(`option ${squash(last)}`)?.filter(
      ({ setting }) => last.length >= 12 || keysOf(setting).slice(0, -1).some(isSection),
    );
    const paths = new Set(entries?.map(({ setting }) => keysOf(setting).join('\n')));
    return paths.size === 1 ? best(entries, from) : undefined;
  }

  /** Without the `.env` of a neighbour (`web/.env` for `api/src/app.py`), where the code has one of its own (`api/.env`). */
  private ownOf(entries: readonly Entry[] | undefined, from: string): readonly Entry[] | undefined {
    const isNeighbours = ({ facts }: Entry): boolean =>
      facts.language === 'dotenv' && !isWithin(from, folderOf(facts.path));
    if (entries?.some(isNeighbours) !== true) return entries;
    const folders = foldersUpFrom(folderOf(from)).slice(0, -1);
    // What they hold counts, not what is in it.
    for (const folder of folders) this.ask(`folder ${folder}`);
    const hasOwn = folders.some((folder) => (this.dotenvs.get(folder)?.size ?? 0) > 0);
    return hasOwn ? entries.filter((entry) => !isNeighbours(entry)) : entries;
  }

  private entries(question: string): readonly Entry[] | undefined {
    this.ask(question);
    return this.answers.get(question);
  }
}

function isWithin(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** What Spring and ASP.NET read when they start, from which they fill in classes of options. */
const fillsOptions = /(?:^|\/)(?:appsettings[^/]*\.json|application[^/]*\.(?:ya?ml|properties))$/i;

/** A key of a properties file is a path: `openai.completions-endpoint`. */
function keysOf({ path }: SettingFact): readonly string[] {
  const [only = ''] = path;
  return path.length === 1 ? only.split('.') : path;
}

function questionsOn(setting: SettingFact, facts: FileFacts): string[] {
  const { path } = setting;
  const last = path.at(-1);
  if (last === undefined) return [];
  const questions = [`key ${path.map(keyPart).join('')}`];
  if (isVariable(last)) questions.push(`variable ${last}`);
  // By the last key: what a class of options has as a property.
  const keys = fillsOptions.test(facts.path) ? keysOf(setting) : [];
  if (keys.length > 1) questions.push(`option ${squash(keys.at(-1) ?? '')}`);
  return questions;
}

const none: ReadonlySet<string> = new Set();

/** The same few keys stand in thousands of paths. A place in a list is no part of one. */
const keyParts = new Memo<string>();
const keyPart = (key: string): string => keyParts.of(key, () => (/^\d+$/.test(key) ? '' : squash(key)));

function squash(path: string): string {
  return path.replace(/[-_.:\s]/g, '').toLowerCase();
}

function isVariable(key: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(key) || key.includes('__');
}

/** `.env.local` before `.env` before the rest before examples. */
function rankOf(path: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/example|sample|template|dist$/.test(name)) return 9;
  if (/test/.test(name)) return 8;
  if (name === '.env.local') return 0;
  if (name === '.env') return 1;
  if (name.startsWith('.env') || name.endsWith('.env')) return 2;
  if (/^(?:docker-)?compose/.test(name)) return 3;
  if (/^(?:appsettings|application)\.[a-z]+$/.test(name)) return 3;
  if (/^values\.ya?ml$/.test(name)) return 4;
  return 5;
}

function best(entries: readonly Entry[] | undefined, from: string): ConfiguredValue | undefined {
  if (!entries) return undefined;
  let chosen: Entry | undefined;
  let chosenScore = Infinity;
  for (const entry of entries) {
    // What is still to be filled in hides no default.
    if (entry.setting.value === '' || isPlaceholder(entry.setting.value) || isOthers(entry, from)) continue;
    const score = distance(entry.facts.path, from) * 10 + entry.rank;
    if (score < chosenScore) [chosen, chosenScore] = [entry, score];
  }
  if (!chosen) return undefined;
  const { facts, setting } = chosen;
  const name = isVariable(setting.path.at(-1) as string) ? (setting.path.at(-1) as string) : setting.path.join('.');
  const kind = isVariable(setting.path.at(-1) as string) ? 'environment' : 'configuration';
  const step = { path: facts.path, range: rangeOf(facts.lineStarts, setting.valueSpan), name, kind } as const;
  return { value: setting.value, path: facts.path, name, step };
}

/**
 * JSON of no known kind sets the variables of code that lies with it, not those of the next folder: there they may be an
 * assistant's, an editor's, a test's.
 */
function isOthers({ facts, setting, rank }: Entry, from: string): boolean {
  if (facts.language !== 'json' || rank !== 5 || !isVariable(setting.path.at(-1) as string)) return false;
  const folder = facts.path.slice(0, facts.path.lastIndexOf('/') + 1);
  const isOwn =
    setting.path.length === 1 ? /(?:^|\/)(?:conf|env|setting|deploy|infra)[^/]*\/$/ : /^(?!.*(?:^|\/)\.(?!dev))/;
  return !from.startsWith(folder) && !isOwn.test(folder);
}

/** Folders between the two: up to the common one and down again, going up counts less (configuration stands above code). */
function distance(configuration: string, from: string): number {
  const [a, b] = [configuration.split('/').slice(0, -1), from.split('/').slice(0, -1)];
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  return (a.length - common) * 2 + (b.length - common);
}
