// Bundles one of the tools of this folder and runs it: `node test/editor/tool.mjs test | package | screenshot | icon`.
import { chmodSync } from 'node:fs';
import * as esbuild from 'esbuild';

const name = process.argv[2];
if (!/^[a-z]+$/.test(name ?? '')) throw new Error('name a tool of test/editor');

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
  outdir: 'out/editor',
};

await esbuild.build({
  ...common,
  format: 'esm',
  entryPoints: { [name]: `test/editor/${name}.ts` },
  outExtension: { '.js': '.mjs' },
});
await esbuild.build({
  ...common,
  format: 'esm',
  entryPoints: { code: 'test/editor/rig/standIn.ts' },
  outExtension: { '.js': '.mjs' },
  banner: { js: '#!/usr/bin/env node' },
});
chmodSync('out/editor/code.mjs', 0o755);
await import(new URL(`../../out/editor/${name}.mjs`, import.meta.url).href);
