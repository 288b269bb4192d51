import { createWorkspace } from '../../server/src/workspace/createWorkspace.js';
import type { FileSystem } from '../../server/src/workspace/fileSystem.js';
import { longFile } from './longFile.js';

/** Edits that are measured, after as many that warm up. */
const edits = 400;
const lines = 2000;

const encoder = new TextEncoder();
const around: Record<string, string> = {
  '.env': 'OPENAI_BASE_URL=https://ai.gemeente-voorbeeld.nl/v1\n',
  'settings.py': 'BASE_URL = "https://ai.gemeente-voorbeeld.nl/v1"\n',
};

const files: FileSystem = {
  root: '/bench',
  list: () => Promise.resolve(Object.keys(around)),
  read: (path) => Promise.resolve(path in around ? encoder.encode(around[path]) : undefined),
  stat: (path) => Promise.resolve(path in around ? { size: 1, modified: 1, folder: false } : undefined),
};

/** Types a letter at a time into a file of 2,000 lines, and asks for its findings after each, as an editor does. */
async function measure(path: string): Promise<{ path: string; findings: number; times: number[] }> {
  const workspace = createWorkspace(files, { language: 'nl', checks: {}, today: '2026-01-01' });
  await workspace.scan();
  let text = longFile(path, lines);
  let findings = 0;
  const times: number[] = [];
  for (let edit = 0; edit < edits * 2; edit += 1) {
    const at = text.indexOf('\n', (edit * 7919) % text.length) + 1;
    text = `${text.slice(0, at)}${'abcdefgh'[edit % 8] ?? 'x'}${text.slice(at)}`;
    const start = performance.now();
    await workspace.open(path, text);
    findings = workspace.project.findings(path).length;
    const time = performance.now() - start;
    if (edit >= edits) times.push(time);
    // Every line gets its letter taken out again, so that the file stays code.
    text = `${text.slice(0, at)}${text.slice(at + 1)}`;
  }
  return { path, findings, times };
}

const results = [];
for (const path of ['long.py', 'long.ts', 'Long.java']) results.push(await measure(path));
process.stdout.write(JSON.stringify(results));
