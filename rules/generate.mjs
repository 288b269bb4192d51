// Writes the files that are made from rules/ and the schema of the accountability file. A test fails when they are stale.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import * as prettier from 'prettier';

async function load(entry, plugins = []) {
  const outfile = join('out', `generate-${process.pid}-${entry.replace(/\W+/g, '-')}.mjs`);
  await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    plugins,
    logLevel: 'warning',
  });
  try {
    return await import(new URL(join('..', outfile), import.meta.url).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

mkdirSync('out', { recursive: true });
const { compilePolicyFolder } = await load('rules/compile.ts');
// No generated file depends on a provider.
const contents = JSON.stringify({ providers: [], ...compilePolicyFolder('rules') });
const { generatedFiles } = await load('rules/generated.ts', [
  {
    name: 'rules',
    setup(build) {
      build.onResolve({ filter: /^handreiking:rules$/ }, (args) => ({ path: args.path, namespace: 'rules' }));
      build.onLoad({ filter: /.*/, namespace: 'rules' }, () => ({ contents, loader: 'json' }));
    },
  },
]);
for (const [path, text] of generatedFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  const options = (await prettier.resolveConfig(path)) ?? {};
  writeFileSync(path, await prettier.format(text, { ...options, filepath: path }));
}
