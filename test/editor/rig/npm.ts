import { spawn } from 'node:child_process';

/** Runs npm in a folder; the output is shown only when it fails. */
export async function npm(folder: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<void> {
  const started = Date.now();
  const line = `npm ${args.join(' ')}`;
  const own = Object.entries(process.env).filter(([name]) => !isFromNpm(name));
  const child = spawn('npm', [...args, '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: folder,
    env: { ...Object.fromEntries(own), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const output: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`${line} in ${folder} ended with ${code}\n${output.join('').slice(-4000)}`);
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s  ${line}`);
}

/** What `npm run` sets for its own script would steer the npm that we start: prefix, lifecycle event, workspace. */
function isFromNpm(name: string): boolean {
  return /^npm_(lifecycle|package|command|execpath|node_execpath|config_(local_prefix|prefix|noproxy_unset))/i.test(
    name,
  );
}
