// Runs every suite, says how each ended, and ends with the sum. A suite that cannot run counts as failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const suites = [
  { name: 'check', command: 'npm run --silent check' },
  { name: 'build', command: 'npm run --silent build' },
  { name: 'unit', command: 'npm run --silent test:unit', counts: true },
  { name: 'judge', command: 'npm run --silent test:judge', counts: true },
  { name: 'lsp', command: 'npm run --silent test:lsp', counts: true },
  { name: 'editor', command: 'npm run --silent test:editor', counts: true },
];

const scratch = mkdtempSync(join(tmpdir(), 'handreiking-test-'));
const wanted = process.argv.slice(2);
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const suite of suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n── ${suite.name}`);
  const started = Date.now();
  const results = join(scratch, suite.name);
  const { status } = spawnSync(suite.command, {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, HANDREIKING_RESULTS: results },
  });
  const counted = outcome(status === 0, suite.counts ? readCounts(results) : undefined);
  for (const key of Object.keys(sum)) sum[key] += counted[key];
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const skipped = counted.skipped > 0 ? `, ${counted.skipped} skipped` : '';
  console.log(`── ${suite.name}: ${counted.passed} passed, ${counted.failed} failed${skipped} (${seconds} s)`);
}
rmSync(scratch, { recursive: true, force: true });
if (sum.skipped > 0) console.log(`\n${sum.skipped} skipped; what was missing stands above`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;

/** Counts of all mocha runs of a suite: the editor's run in several processes. */
function readCounts(file) {
  try {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const add = (one, other) => Object.fromEntries(Object.keys(one).map((key) => [key, one[key] + other[key]]));
    return lines.map((line) => JSON.parse(line)).reduce(add);
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** A suite without counts is one test; one that ends badly, or ran nothing, has failed whatever it counted. */
function outcome(ended, counts) {
  if (!counts) return { passed: ended ? 1 : 0, failed: ended ? 0 : 1, skipped: 0 };
  const nothingRan = counts.passed + counts.failed === 0;
  const hidden = (!ended && counts.failed === 0) || nothingRan;
  return { ...counts, failed: counts.failed + (hidden ? 1 : 0) };
}
