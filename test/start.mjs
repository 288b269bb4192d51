// `npm start`: shows the findings of a folder, of the example when none is given. Flags of `handreiking scan` pass through.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const given = process.argv.slice(2);
// The scan takes one folder; without one the example comes first, so that no flag's value is taken for a folder.
const folder = given.length > 0 && !given[0].startsWith('-') ? [] : [here('./example')];
// On the other stream than the findings, so that `--format json` stays JSON.
console.error(`Gebouwd in dist/. Bevindingen van ${folder.length > 0 ? 'het voorbeeld, test/example' : given[0]}:\n`);
const words = [here('../dist/handreiking.mjs'), 'scan', ...folder, ...given];
const { status, error } = spawnSync(process.execPath, words, { stdio: 'inherit' });
if (error) console.error(error.message);

// Findings are what one comes to see: only a scan that failed is a failure here.
const findings = 1;
process.exitCode = error ? 2 : status === findings ? 0 : (status ?? 2);
