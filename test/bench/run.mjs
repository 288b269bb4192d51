import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const memory = fileURLToPath(new URL('tellMemory.mjs', import.meta.url));

/** Runs a whole process and tells how long it took; output is read and counted, never shown. */
export function timed(command, words, env = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const texts = ['', '', '', ''];
    for (const at of [1, 2, 3]) child.stdio[at].setEncoding('utf8').on('data', (text) => (texts[at] += text));
    child.on('error', reject);
    child.on('close', (code) => {
      const [, output, errors, told] = texts;
      resolve({ code, milliseconds: performance.now() - start, output, errors, peak: Number(told) || undefined });
    });
  });
}

/** The same for a program of Node, with its largest size in memory in bytes as `peak`. */
export function timedNode(program, words, env) {
  return timed(process.execPath, ['--import', memory, program, ...words], env);
}
