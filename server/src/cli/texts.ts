import type { Language } from '../core/settings.js';

/** What the command itself says: its help and its complaints. */
export interface CliTexts {
  readonly language: Language;
  readonly titles: Readonly<Record<string, string>>;
  /** How a command is written, after its name. */
  readonly usage: string;
  readonly standard: string;
  readonly about: string;
  readonly commands: {
    readonly scan: string;
    readonly inventory: string;
    readonly explain: string;
    readonly lsp: string;
  };
  readonly commandName: string;
  readonly folderName: string;
  readonly folder: string;
  readonly checkName: string;
  readonly check: string;
  readonly options: {
    readonly word: string;
    readonly help: string;
    readonly version: string;
    readonly helpCommand: string;
    readonly language: string;
    readonly color: string;
    readonly format: string;
    readonly failOn: string;
    readonly profile: string;
    readonly severity: string;
    readonly showSuppressed: string;
    readonly output: string;
    readonly cache: string;
    readonly stdio: string;
  };
  readonly exits: string;
  choose(option: string, given: string, choices: readonly string[]): string;
  severityForm(given: string): string;
  unknownCheck(given: string, checks: readonly string[]): string;
  noFolder(path: string): string;
  unreadableConfiguration(path: string, reason: string): string;
  cannotWrite(path: string, reason: string): string;
  written(path: string): string;
  scanning(done: number, total: number): string;
  readonly interrupted: string;
  unknownOption(name: string): string;
  unknownCommand(name: string): string;
  optionNeedsValue(name: string): string;
  missingArgument(name: string): string;
  readonly tooManyArguments: string;
  readonly seeHelp: string;
  unexpected(message: string): string;
  readonly checksAre: string;
}

const nl: CliTexts = {
  language: 'nl',
  titles: {
    'Usage:': 'Gebruik:',
    'Arguments:': 'Argumenten:',
    'Options:': 'Opties:',
    'Global Options:': 'Opties voor elke opdracht:',
    'Commands:': 'Opdrachten:',
  },
  usage: '<opdracht> [opties]',
  standard: 'standaard',
  about:
    'Vindt waar code en configuratie generatieve AI gebruiken, en legt dat naast het beleid van de overheid ' +
    'en het bestand ai-verantwoording.yml.',
  commands: {
    scan: 'Toon de bevindingen in een map.',
    inventory: 'Toon elke plek in een map die generatieve AI gebruikt.',
    explain: 'Leg een controle uit: waarom die er is en wat u kunt doen.',
    lsp: 'Start de taalserver voor een editor.',
  },
  commandName: 'opdracht',
  folderName: 'map',
  checkName: 'controle',
  folder: 'de map om te bekijken (zonder: de huidige map)',
  check: 'de naam van een controle (zonder: een lijst van alle controles)',
  options: {
    word: '[opties]',
    help: 'toon deze hulp',
    version: 'toon het versienummer',
    helpCommand: 'toon de hulp bij een opdracht',
    language: 'taal van de uitvoer: nl of en (ook met HANDREIKING_LANGUAGE)',
    color: 'geen kleuren',
    format: 'vorm van de uitvoer',
    failOn: 'vanaf welke ernst de opdracht met code 1 eindigt',
    profile: 'welk beleid de ernst bepaalt (zonder: wat in ai-verantwoording.yml staat)',
    severity: 'ernst van een controle, bijvoorbeeld dpia-ontbreekt=error; "off" zet haar uit; mag vaker',
    showSuppressed: 'toon ook wat is genegeerd, met reden en einddatum (in SARIF als suppressions)',
    output: 'schrijf de uitvoer naar dit bestand',
    cache: 'lees elk bestand opnieuw en bewaar niets voor een volgende keer',
    stdio: 'praat met de editor via standaardinvoer en -uitvoer',
  },
  exits: 'Code bij afloop: 0 geen bevinding vanaf --fail-on, 1 wel, 2 verkeerd gebruik of onleesbare instellingen.',
  choose: (option, given, choices) => `${option} kent "${given}" niet. Kies uit: ${choices.join(', ')}.`,
  severityForm: (given) =>
    `--severity "${given}" is niet te lezen. Schrijf het zo: controle=ernst, met als ernst error, warning, ` +
    'information, hint of off.',
  unknownCheck: (given, checks) => `De controle "${given}" bestaat niet. Wel: ${checks.join(', ')}.`,
  noFolder: (path) => `De map "${path}" is er niet, of is geen map.`,
  unreadableConfiguration: (path, reason) => `"${path}" is niet te lezen (${reason}). Herstel dit bestand eerst.`,
  cannotWrite: (path, reason) => `Het schrijven naar "${path}" is niet gelukt: ${reason}.`,
  written: (path) => `De uitvoer staat in ${path}.`,
  scanning: (done, total) => `Bezig: ${String(done)} van ${String(total)} bestanden`,
  interrupted: 'Gestopt.',
  unknownOption: (name) => `De optie ${name} bestaat niet.`,
  unknownCommand: (name) => `De opdracht ${name} bestaat niet.`,
  optionNeedsValue: (name) => `Bij de optie ${name} hoort een waarde.`,
  missingArgument: (name) => `Hier ontbreekt: ${name}.`,
  tooManyArguments: 'Er staan te veel argumenten.',
  seeHelp: 'Hulp: handreiking --help',
  unexpected: (message) =>
    `Er ging iets mis dat niet had mogen gebeuren: ${message}\n` +
    'Met HANDREIKING_DEBUG=1 ziet u waar. Meld het ons, dan lossen we het op.',
  checksAre: 'De controles',
};

const en: CliTexts = {
  language: 'en',
  titles: { 'Global Options:': 'Options for every command:' },
  usage: '<command> [options]',
  standard: 'default',
  about:
    'Finds where code and configuration use generative AI, and holds that against the policy of the Dutch government ' +
    'and the file ai-verantwoording.yml.',
  commands: {
    scan: 'Show the findings in a folder.',
    inventory: 'Show every place in a folder that uses generative AI.',
    explain: 'Explain a check: why it is there and what you can do.',
    lsp: 'Start the language server for an editor.',
  },
  commandName: 'command',
  folderName: 'folder',
  checkName: 'check',
  folder: 'the folder to look at (without: the current folder)',
  check: 'the name of a check (without: a list of all checks)',
  options: {
    word: '[options]',
    help: 'show this help',
    version: 'show the version',
    helpCommand: 'show the help of a command',
    language: 'language of the output: nl or en (also by HANDREIKING_LANGUAGE)',
    color: 'no colours',
    format: 'form of the output',
    failOn: 'from which severity the command ends with code 1',
    profile: 'which policy sets the severities (without: what ai-verantwoording.yml says)',
    severity: 'severity of a check, for example dpia-ontbreekt=error; "off" switches it off; may be repeated',
    showSuppressed: 'also show what is suppressed, with reason and end date (in SARIF as suppressions)',
    output: 'write the output to this file',
    cache: 'read every file anew and keep nothing for a next time',
    stdio: 'talk to the editor over standard input and output',
  },
  exits: 'Exit code: 0 no finding from --fail-on up, 1 there is one, 2 wrong use or unreadable configuration.',
  choose: (option, given, choices) => `${option} does not know "${given}". Choose from: ${choices.join(', ')}.`,
  severityForm: (given) =>
    `--severity "${given}" cannot be read. Write check=severity, with error, warning, information, hint or off.`,
  unknownCheck: (given, checks) => `There is no check "${given}". There are: ${checks.join(', ')}.`,
  noFolder: (path) => `The folder "${path}" is not there, or is not a folder.`,
  unreadableConfiguration: (path, reason) => `"${path}" cannot be read (${reason}). Please repair this file first.`,
  cannotWrite: (path, reason) => `Writing to "${path}" failed: ${reason}.`,
  written: (path) => `The output is in ${path}.`,
  scanning: (done, total) => `Busy: ${String(done)} of ${String(total)} files`,
  interrupted: 'Stopped.',
  unknownOption: (name) => `There is no option ${name}.`,
  unknownCommand: (name) => `There is no command ${name}.`,
  optionNeedsValue: (name) => `The option ${name} needs a value.`,
  missingArgument: (name) => `Missing here: ${name}.`,
  tooManyArguments: 'There are too many arguments.',
  seeHelp: 'Help: handreiking --help',
  unexpected: (message) =>
    `Something went wrong that should not have happened: ${message}\n` +
    'HANDREIKING_DEBUG=1 shows where. Please report it, so that we can mend it.',
  checksAre: 'The checks',
};

export const cliTexts: Readonly<Record<Language, CliTexts>> = { nl, en };
