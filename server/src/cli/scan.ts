import type { Command } from 'commander';
import { checkIds } from '../core/checks/rules.js';
import { severities, type Severity } from '../core/checks/finding.js';
import { scanReport, type ScanReport } from '../report/report.js';
import { sarifLog } from '../report/sarif/sarif.js';
import type { SkippedFile } from '../report/skipped.js';
import { scanText } from '../report/text/scanText.js';
import type { FileSystem } from '../workspace/fileSystem.js';
import type { ScanResult, Workspace } from '../workspace/workspace.js';
import { colorsFor, deliver } from './deliver.js';
import { choice, profileOption, severityOption, type CheckSeverities, type FolderOptions } from './options.js';
import { checkWords, findingWords, profileOf } from './policyWords.js';
import { productVersion } from './productVersion.js';
import { reportOn } from './reportOn.js';
import { refuseBrokenBaseline } from './baseline.js';
import { tellSkipped } from './skippedFiles.js';
import { exit, type Surroundings } from './surroundings.js';
import type { CliTexts } from './texts.js';
import { baselineTexts } from './texts/baseline.js';
import { textsOf } from './textsOf.js';

interface ScanOptions extends FolderOptions {
  readonly format: 'text' | 'json' | 'sarif';
  readonly failOn: Severity | 'never';
  readonly severity: CheckSeverities;
  readonly baseline: boolean;
  readonly showSuppressed?: boolean;
}

export function scanCommand(
  program: Command,
  texts: CliTexts,
  around: Surroundings,
  done: (code: number) => void,
): void {
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
    .option('--show-suppressed', texts.options.showSuppressed)
    .option('--no-baseline', baselineTexts[texts.language].options.ignore)
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
    ...(!options.baseline && { baseline: false }),
    ...(options.profile && { profile: options.profile }),
  };
  const question = { name: 'scan', folder, settings, options, answer: answerIn(texts) };
  const { report, skipped, fileSystem } = await reportOn(question, texts, around);
  deliver(await render(report, skipped, fileSystem, options, around), options, texts, around);
  if (options.format === 'json') tellSkipped(skipped, options.language, around);
  return fails(report, options.failOn) ? exit.findings : exit.clean;
}

function answerIn(texts: CliTexts) {
  return (workspace: Workspace, result: ScanResult): Promise<ScanReport> => {
    refuseBrokenBaseline(workspace, texts);
    return answer(workspace, result);
  };
}

async function answer({ project, fileSystem }: Workspace, result: ScanResult): Promise<ScanReport> {
  const withFindings = [...project.paths()].filter((path) => project.findings(path).length > 0);
  const textOf = await textsOf(withFindings, fileSystem);
  return scanReport(project, fileSystem.root, profileOf(project), result, findingWords(project, textOf));
}

async function render(
  report: ScanReport,
  skipped: readonly SkippedFile[],
  fileSystem: FileSystem,
  options: ScanOptions,
  around: Surroundings,
): Promise<string> {
  const { format, language, showSuppressed = false } = options;
  if (format === 'text') return scanText(report, skipped, language, colorsFor(options, around), showSuppressed);
  if (format === 'json') return `${JSON.stringify(report, withoutSteps, 2)}\n`;
  const textOf = await textsOf(
    [...report.findings, ...report.suppressed].map(({ path }) => path),
    fileSystem,
  );
  const words = checkWords(language, report.profile);
  const log = sarifLog({ report, skipped, words, language, productVersion, textOf, showSuppressed });
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function fails({ findings }: ScanReport, failOn: ScanOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  const least = severities.indexOf(failOn);
  return findings.some(({ severity }) => severities.indexOf(severity) <= least);
}

/** The next step is one of the fixes, which the JSON names already. */
function withoutSteps(key: string, value: unknown): unknown {
  return key === 'step' ? undefined : value;
}
