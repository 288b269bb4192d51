import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cachedPart } from './cache.js';
import { npm } from './npm.js';

const version = '4.1.0';

/**
 * Packs what is in `dist/` as one VSIX. The packer is kept with the editor, outside the project's dependencies: with all
 * that it brings it weighs more than they do together, and one of its parts wants to run a script at installation.
 */
export async function packExtension(): Promise<string> {
  const part = await cachedPart(`vsce-${version}`, (folder) =>
    npm(folder, ['install', `@vscode/vsce@${version}`, '--ignore-scripts', '--omit=dev', '--omit=optional']),
  );
  const vsce = path.join(part, 'node_modules', '@vscode', 'vsce', 'vsce');
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { name: string; version: string };
  const file = path.resolve(`${manifest.name}-${manifest.version}.vsix`);
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', file];
  await promisify(execFile)(process.execPath, [vsce, ...args]);
  return file;
}
