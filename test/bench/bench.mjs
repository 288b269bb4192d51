// Figures of the built product on a folder, beside ripgrep over the same folder in the same run:
//   npm run bench -- <folder> [--runs <n>] [--json]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { astGrep, searchStructure } from './astGrep.mjs';
import { ripgrep, searchWords } from './ripgrep.mjs';
import { timed, timedNode } from './run.mjs';
import { median, quantile } from './statistics.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '7' }, json: { type: 'boolean', default: false } },
});
const folder = resolve(positionals[0] ?? '.');
const runs = Math.max(1, Number(values.runs));
const program = 'dist/handreiking.mjs';

for (const target of [[], ['--bench']])
  execFileSync(process.execPath, ['esbuild.mjs', '--quiet', ...target], { stdio: 'inherit' });

const scratch = mkdtempSync(join(tmpdir(), 'handreiking-bench-'));
try {
  const figures = { ...(await scans()), keystroke: await keystrokes(), bytes: sizes() };
  process.stdout.write(values.json ? `${JSON.stringify(figures, undefined, 2)}\n` : readable(figures));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Whole processes, in turn, so that a busy moment of the machine hits them alike. */
async function scans() {
  const wordsFile = join(scratch, 'words.txt');
  execFileSync(process.execPath, ['out/bench/words.mjs', wordsFile]);
  const scan = ['scan', folder, '--format', 'json', '--fail-on', 'never'];
  const env = { XDG_CACHE_HOME: scratch, LOCALAPPDATA: scratch };
  const rg = await ripgrep();
  const structure = astGrep();
  const ways = {
    cold: () => timedNode(program, [...scan, '--no-cache'], env),
    warm: () => timedNode(program, scan, env),
    ...(rg && { rg: () => timed(rg, searchWords(wordsFile, folder)) }),
    ...(structure && { astGrep: () => timed(structure, searchStructure(folder)) }),
  };
  const results = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  // One round that is not counted fills the caches: the system's for all, the product's own for the warm scan.
  for (let run = 0; run <= runs; run += 1) {
    for (const [way, start] of Object.entries(ways)) {
      const result = await start();
      if (result.code !== 0 && !(way === 'rg' && result.code === 1)) throw new Error(`${way}: ${result.errors}`);
      if (run > 0) results[way].push(result);
    }
  }
  const times = Object.fromEntries(
    Object.entries(results).map(([way, all]) => [way, median(all.map((one) => one.milliseconds))]),
  );
  return {
    folder,
    runs,
    node: process.version,
    cores: cpus().length,
    words: readFileSync(wordsFile, 'utf8').trim().split('\n').length,
    summary: JSON.parse(results.cold[0].output).summary,
    rgFiles: results.rg?.[0].output.trim().split('\n').filter(Boolean).length,
    milliseconds: times,
    peak: { cold: median(results.cold.map((one) => one.peak)), warm: median(results.warm.map((one) => one.peak)) },
  };
}

async function keystrokes() {
  const { code, output, errors } = await timedNode('out/bench/keystroke.mjs', []);
  if (code !== 0) throw new Error(errors);
  return JSON.parse(output).map(({ path, findings, times }) => ({
    path,
    findings,
    median: median(times),
    p99: quantile(times, 0.99),
    longest: Math.max(...times),
  }));
}

/** Of what people install: the server and client of the extension, the command, and the packed extension. */
function sizes() {
  const of = (path) => (existsSync(path) ? statSync(path).size : undefined);
  const vsix = readdirSync('.').find((name) => name.endsWith('.vsix'));
  const together = (paths) => paths.map((path) => of(path) ?? 0).reduce((sum, size) => sum + size, 0);
  const chunks = existsSync('dist/chunks') ? readdirSync('dist/chunks').map((name) => `dist/chunks/${name}`) : [];
  const rules = readdirSync('dist')
    .filter((name) => name.endsWith('.br'))
    .map((name) => `dist/${name}`);
  return {
    server: together(['dist/server.cjs', ...rules]),
    client: of('dist/client.cjs'),
    command: together([program, 'dist/sieve.mjs', ...rules, ...chunks]),
    vsix: vsix && of(vsix),
  };
}

function readable({ summary, milliseconds, peak, keystroke, bytes, ...about }) {
  const ratio = (time) => (milliseconds.rg ? `${(time / milliseconds.rg).toFixed(1)} × rg` : '');
  const ms = (time) => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
  const mb = (size) => (size === undefined ? 'not built' : `${(size / 1e6).toFixed(2)} MB`);
  const rows = [
    ['cold scan, whole process', ms(milliseconds.cold), ratio(milliseconds.cold)],
    ['warm scan, whole process', ms(milliseconds.warm), ratio(milliseconds.warm)],
    milliseconds.rg
      ? [`rg with ${about.words} words`, ms(milliseconds.rg), `${about.rgFiles} files with a word`]
      : ['rg', 'not found', 'install @vscode/ripgrep or ripgrep to compare'],
    milliseconds.astGrep
      ? [
          'ast-grep with ten rules',
          ms(milliseconds.astGrep),
          `a cold scan takes ${(milliseconds.cold / milliseconds.astGrep).toFixed(2)} of it`,
        ]
      : ['ast-grep', 'not found', 'set AST_GREP to compare'],
    ['memory, cold scan', mb(peak.cold), ''],
    ['memory, warm scan', mb(peak.warm), ''],
    ...keystroke.map((one) => [
      `keystroke in 2,000 lines, ${one.path}`,
      ms(one.median),
      `p99 ${ms(one.p99)}, longest ${ms(one.longest)}, ${one.findings} findings`,
    ]),
    ['server with its rules', mb(bytes.server), ''],
    ['client bundle', mb(bytes.client), ''],
    ['command', mb(bytes.command), ''],
    ['VSIX', mb(bytes.vsix), ''],
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const head = [
    `${about.folder}: ${summary.files} files, ${summary.parsed} read, ${summary.usages} usages`,
    `Node ${about.node}, ${about.cores} cores, median of ${about.runs} runs`,
  ];
  return `${[...head, ...rows.map(([what, value, note]) => `${what.padEnd(widths[0])}  ${value.padStart(widths[1])}  ${note}`.trimEnd())].join('\n')}\n`;
}
