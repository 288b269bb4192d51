import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { makeExampleWorkspace } from './exampleWorkspace.js';
import { chooseExecutable } from './rig/executable.js';
import { packExtension } from './rig/pack.js';

/** The packed extension in a real VS Code, then in its user interface and in Neovim. */
const suite = path.resolve('out/editor/suite.cjs');
await esbuild.build({
  entryPoints: ['test/editor/suite/index.ts'],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode', 'mocha'],
  outfile: suite,
  logLevel: 'warning',
});
const vsix = await packExtension();
const insideEditor = await runInsideEditor();
const outside = runOutside();
process.exitCode = insideEditor && outside ? 0 : 1;

async function runInsideEditor(): Promise<boolean> {
  const { executable, kind } = await chooseExecutable(path.resolve('out/editor/code.mjs'));
  console.log(`Visual Studio Code: ${kind}`);
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'handreiking-host-'));
  const workspace = makeExampleWorkspace();
  try {
    const folders = [
      `--user-data-dir=${path.join(scratch, 'user')}`,
      `--extensions-dir=${path.join(scratch, 'extensions')}`,
    ];
    const [command, ...args] =
      kind === 'downloaded'
        ? resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true })
        : [executable];
    if (command === undefined) throw new Error(`no command line belongs to ${executable}`);
    await promisify(execFile)(command, [...args, ...folders, `--install-extension=${vsix}`]);
    await runTests({
      vscodeExecutablePath: executable,
      // What is tested is what was packed and installed; the tests themselves are an extension without anything.
      extensionDevelopmentPath: emptyExtension(scratch),
      extensionTestsPath: suite,
      launchArgs: [workspace.folder, ...folders],
      extensionTestsEnv: { HANDREIKING_REPORTER: path.resolve('test/reporter.cjs') },
    });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    workspace.remove();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  }
}

function emptyExtension(scratch: string): string {
  const folder = path.join(scratch, 'empty');
  mkdirSync(folder);
  const manifest = { name: 'tests', publisher: 'handreiking-genai', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

function runOutside(): boolean {
  const outdir = 'out/editor/outside';
  esbuild.buildSync({
    entryPoints: ['vsix', 'commandPackage', 'commandLine', 'workbench', 'neovim'].map(
      (name) => `test/editor/${name}.test.ts`,
    ),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outdir,
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
  const environment = { ...process.env, HANDREIKING_VSIX: vsix };
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/mocha/bin/mocha.js', '--timeout', '120000', `${outdir}/*.test.mjs`],
    {
      stdio: 'inherit',
      env: environment,
    },
  );
  return status === 0;
}
