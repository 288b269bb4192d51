import { fileURLToPath } from 'node:url';
import { askInTerminal } from './cli/askInTerminal.js';
import { main } from './cli/main.js';

// `handreiking scan | head` closes the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

const now = new Date();
const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));

// The exit code is set and not forced, so that all output is written first.
process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  folder: process.cwd(),
  today: day.join('-'),
  interruption,
  ...(process.stdin.isTTY && process.stdout.isTTY && { dialogue: () => askInTerminal(process.stdin, process.stdout) }),
  program: fileURLToPath(import.meta.url),
});
