// Builds the product into dist/ and, with --tests, the tests into out/. `handreiking:rules` is the compiled rules/.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const withTests = process.argv.includes('--tests');
const quiet = process.argv.includes('--quiet');

/** Compiles rules/ once per build, with the same code that the tests use. */
async function loadRules() {
  mkdirSync('out', { recursive: true });
  const outfile = join('out', `compile-rules-${process.pid}.mjs`);
  await esbuild.build({
    entryPoints: ['rules/compile.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'warning',
  });
  const { compileRules } = await import(new URL(outfile, import.meta.url).href);
  rmSync(outfile, { force: true });
  return compileRules('rules');
}

let packedRules;
const rules = {
  name: 'rules',
  setup(build) {
    build.onResolve({ filter: /^handreiking:/ }, (args) => ({ path: args.path, namespace: 'rules' }));
    build.onLoad({ filter: /:rules$/, namespace: 'rules' }, () => ({
      // Packed, because half of it would otherwise be repeated keys, and in a file of its own, because bytes written as
      // text take a quarter more. Node unpacks brotli itself, in milliseconds.
      contents: `import { readFileSync } from 'node:fs';
        import { brotliDecompressSync } from 'node:zlib';
        import place from 'handreiking:rules.br';
        const packed = readFileSync(new URL(place, import.meta.url));
        export default JSON.parse(brotliDecompressSync(packed).toString());`,
      loader: 'js',
      resolveDir: process.cwd(),
    }));
    build.onLoad({ filter: /\.br$/, namespace: 'rules' }, async () => {
      const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
      packedRules ??= brotliCompressSync(JSON.stringify(await loadRules()), { params });
      return { contents: packedRules, loader: 'file' };
    });
  },
};

/**
 * Packages of the language server protocol give every name on by a getter of eighty characters, and every module brings
 * the helpers for it, and names everything that it will give before it does. That only matters where modules wait for
 * each other, which these do not: plain assignments say the same, and leave the bundle some per cent smaller.
 */
const shortExports = {
  name: 'short-exports',
  setup(build) {
    const getter =
      /Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+\.\w+); \} \}\);/g;
    const helper =
      /^var (__(?:createBinding|setModuleDefault|importStar|exportStar)) = \(this && this\.__\w+\) \|\| [^]*?^\}[)(]*;\n/gm;
    const short = {
      __importStar: 'var __importStar = (from) => (from?.__esModule ? from : { ...from, default: from });\n',
      __exportStar:
        'var __exportStar = (from, to) => { for (const name in from) if (name !== "default" && !Object.hasOwn(to, name)) to[name] = from[name]; };\n',
    };
    build.onLoad({ filter: /node_modules[\\/]vscode-(?:jsonrpc|languageserver)[\w-]*[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(getter, 'exports.$1 = $2;')
        .replace(/^exports\.(?:\w+ = exports\.)*\w+ = void 0;\n/gm, '')
        .replace(helper, (_, name) => short[name] ?? ''),
    }));
  },
};

const common = {
  bundle: true,
  // The build of ES modules that the package has for browsers: unlike the one for Node, what is not used can be left out.
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  target: 'node20',
  assetNames: 'rules-[hash]',
  sourcemap: withTests ? 'inline' : false,
  minify: !withTests && !watch,
  legalComments: 'none',
  logLevel: quiet ? 'warning' : 'info',
  plugins: [rules, shortExports],
};
// ES modules first: some packages' CommonJS builds load their parts in a way that cannot be bundled.
const node = { ...common, platform: 'node', mainFields: ['module', 'main'] };
/** CommonJS packages inside an ES module bundle still call `require`. */
const requireInEsm = `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`;

const products = [
  {
    ...node,
    format: 'esm',
    entryPoints: { handreiking: 'server/src/node.ts', sieve: 'server/src/workspace/node/sieveThread.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    banner: { js: `#!/usr/bin/env node\n${requireInEsm}` },
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  },
  {
    ...node,
    format: 'cjs',
    entryPoints: { server: 'server/src/lsp/nodeEntry.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    // Of an ES module: the rules lie beside the file.
    define: { 'import.meta.url': '__importMetaUrl' },
    banner: { js: `const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;` },
  },
  {
    ...node,
    format: 'cjs',
    entryPoints: { client: 'client/src/node.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
].filter((build) => Object.values(build.entryPoints).every((entry) => existsSync(entry)));

function testEntries(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?:\.test|Thread)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const tests = {
  ...node,
  format: 'esm',
  entryPoints: withTests ? [...testEntries('test/unit'), ...testEntries('test/lsp'), ...testEntries('test/judge')] : [],
  outdir: 'out/test',
  outbase: 'test',
  outExtension: { '.js': '.mjs' },
  packages: 'external',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
};

if (watch) {
  for (const build of products) await (await esbuild.context(build)).watch();
} else if (process.argv.includes('--bench')) {
  const entryPoints = ['test/bench/words.ts', 'test/bench/keystroke.ts'];
  await esbuild.build({ ...tests, sourcemap: false, entryPoints, outdir: 'out/bench', outbase: 'test/bench' });
} else if (withTests) {
  rmSync('out/test', { recursive: true, force: true });
  await esbuild.build(tests);
} else {
  rmSync('dist', { recursive: true, force: true });
  for (const build of products) await esbuild.build(build);
}
