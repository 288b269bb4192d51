import { readFileSync } from 'node:fs';
import { programIn } from '../server/src/cli/program.js';
import type { Surroundings } from '../server/src/cli/surroundings.js';
import { severityName, titleOf } from '../server/src/core/checks/message.js';
import { checkIds } from '../server/src/core/checks/rules.js';
import { profiles } from '../server/src/core/settings.js';
import type { Language, Profile } from '../server/src/core/settings.js';

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly markdownDescription: string;
}

const tableName = /(<!-- tabel: (\w+) (nl|en) -->)[^]*?(<!-- einde -->)/g;

/** The README with its tables made anew; the rest of it is written by hand. */
export function readmeWithTables(): string {
  return readFileSync('README.md', 'utf8').replace(
    tableName,
    (_all, open: string, name: string, language: Language, close: string) =>
      [open, tableOf(name, language), close].join('\n\n'),
  );
}

function tableOf(name: string, language: Language): string {
  if (name === 'opdrachten') return commandsTable(language);
  if (name === 'instellingen') return settingsTable(language);
  if (name === 'controles') return checksTable(language);
  throw new Error(`README.md: no table ${name}`);
}

const heads = {
  nl: {
    commands: ['opdracht', 'wat die doet'],
    settings: ['instelling', 'standaard', 'wat die doet'],
    checks: ['controle', 'wat die meldt'],
  },
  en: {
    commands: ['command', 'what it does'],
    settings: ['setting', 'default', 'what it does'],
    checks: ['check', 'what it reports'],
  },
};

/** Nothing runs here: the program is only asked for its commands. */
const nowhere: Surroundings = {
  stdout: { write: () => true },
  stderr: { write: () => true },
  env: {},
  folder: '.',
  today: '',
  interruption: () => new AbortController().signal,
  program: '',
};

function commandsTable(language: Language): string {
  const { commands } = programIn(language, nowhere, () => undefined);
  const rows = commands.map((command) => {
    const given = command.registeredArguments.map((argument) => ` [${argument.name()}]`).join('');
    return [`\`handreiking ${command.name()}${given}\``, command.description()];
  });
  return table(heads[language].commands, rows);
}

function settingsTable(language: Language): string {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { configuration: { properties: Readonly<Record<string, Setting>> } };
  };
  const file = language === 'nl' ? 'package.nls.nl.json' : 'package.nls.json';
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  const rows = Object.entries(manifest.contributes.configuration.properties).map(([name, setting]) => {
    const about = texts[setting.markdownDescription.slice(1, -1)];
    if (about === undefined) throw new Error(`${file}: no ${setting.markdownDescription}`);
    const choices = setting.enum?.map((choice) => `\`${choice}\``).join(', ');
    return [`\`${name}\``, `\`${JSON.stringify(setting.default)}\``, choices ? `${about} (${choices})` : about];
  });
  return table(heads[language].settings, rows);
}

const shortNames: Readonly<Record<Profile, string>> = { 'overheidsbreed-2025': '2025', 'rijk-2023': '2023' };

function checksTable(language: Language): string {
  const rows = checkIds().map((id) => [
    `[\`${id}\`](docs/regels/${id}.md)`,
    titleOf(id, language),
    ...profiles.map((profile) => severityName(id, profile, language)),
  ]);
  return table([...heads[language].checks, ...profiles.map((profile) => shortNames[profile])], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
