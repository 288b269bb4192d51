// How fast source files become facts: node test/judge/speed.mjs [folder]
import { join } from 'node:path';
import { build } from 'esbuild';

const outfile = join('out', 'judge', 'speed.mjs');
await build({
  entryPoints: ['test/judge/speed.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'warning',
});
await import(new URL(`../../${outfile}`, import.meta.url).href);
