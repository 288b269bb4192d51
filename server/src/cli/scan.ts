import type { Command } from 'commander';
import { severities, type Severity } from '../core/checks/finding.js';
import { checkIds } from '../core/checks/rules.js';
import { scanReport, type ScanReport } from '../report/report.js';
import { sarifLog } from '../report/sarif/sarif.js';
import { scanText } from '../report/text/scanText.js';
import type { Words } from '../report/words.js';
import { colorsFor, deliver } from './deliver.js';
import { choice, profileOption, severityOption, type CheckSeverities, type FolderOptions } from './options.js';
import { productVersion } from './productVersion.js';
import { profileOf, wordsOf } from './policyWords.js';
import { scanFolder, tellSkipped, type ScannedFolder } from './scanFolder.js';
import { exit, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';
import { textsOf, type TextOf } from './textsOf.js';

interface ScanOptions extends FolderOptions {
  readonly format: 'text' | 'json' | 'sarif';
  readonly failOn: Severity | 'never';
  readonly severity: CheckSeverities;
}

export function scanCommand(program: Command, texts: CliTexts, around: Surroundings, done: (code: number) => void): void {
  program
    .command('scan')
    .description(texts.commands.scan)
    .usage(`[${texts.folderName}] ${texts.options.word}`)
    .argument(`[${texts.folderName}]`, texts.folder, '.')
    .addOption(choice('--format', texts.options.format, ['text', 'json', 'sarif'], texts).default('text'))
    .addOption(choice('--fail-on', texts.options.failOn, [...severities, 'never'], texts).default('error'))
    .addOption(profileOption(texts))
    .addOption(severityOption(checkIds(), texts))
    .option('--output <file>', texts.options.output)
    .option('--no-cache', texts.options.cache)
    .addHelpText('after', `\n${texts.exits}`)
    .action(async (folder: string, _own: unknown, command: Command) => {
      done(await scan(folder, command.optsWithGlobals<ScanOptions>(), texts, around));
    });
}

async function scan(folder: string, options: ScanOptions, texts: CliTexts, around: Surroundings): Promise<number> {
  const settings = {
    language: options.language,
    checks: options.severity,
    today: around.today,
    ...(options.profile && { profile: options.profile }),
  };
  const scanned = await scanFolder(folder, settings, options, texts, around);
  const { project, fileSystem } = scanned.workspace;
  const textOf = await textsOf(project, fileSystem);
  const words = wordsOf(project, textOf);
  const report = scanReport(project, fileSystem.root, profileOf(project), scanned.result, words);
  deliver(render(report, scanned, options, words, textOf, around), options, texts, around);
  if (options.format === 'json') tellSkipped(scanned, options, around);
  return fails(report, options.failOn) ? exit.findings : exit.clean;
}

function render(
  report: ScanReport,
  { result: { skipped } }: ScannedFolder,
  options: ScanOptions,
  words: Words,
  textOf: TextOf,
  around: Surroundings,
): string {
  const { format, language } = options;
  if (format === 'text') return scanText(report, skipped, language, colorsFor(options, around));
  const value = format === 'json' ? report : sarifLog({ report, skipped, words, language, productVersion, textOf });
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function fails({ findings }: ScanReport, failOn: ScanOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  const least = severities.indexOf(failOn);
  return findings.some(({ severity }) => severities.indexOf(severity) <= least);
}
