import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Rig } from './install.js';

export interface EditorFolders {
  readonly userData: string;
  readonly extensions: string;
  /** For the configuration, the log and the home folder of this run. */
  readonly scratch: string;
}

export interface RunningEditor {
  readonly port: number;
  /** Resolves when the server ends by itself, with a sentence that says so. */
  readonly ended: Promise<string>;
  /** Address of the workbench on a folder (or `.code-workspace` file), with what the desktop's command line would say. */
  address(folder: string, payload: readonly (readonly [string, string])[]): string;
  stop(): Promise<void>;
}

/** Quiet, the same everywhere, and without the entries that the editor's own assistant adds to the quick-fix menu. */
const defaultSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

export async function startCodeServer(rig: Rig, folders: EditorFolders): Promise<RunningEditor> {
  const home = path.join(folders.scratch, 'home');
  await Promise.all(
    [home, folders.extensions, path.join(folders.userData, 'User')].map((folder) => mkdir(folder, { recursive: true })),
  );
  const config = path.join(folders.scratch, 'config.yaml');
  await writeFile(config, '{}\n');
  await writeFile(path.join(folders.userData, 'User', 'settings.json'), JSON.stringify(defaultSettings), {
    flag: 'wx',
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const log = path.join(folders.scratch, 'code-server.log');
  const child = spawn(rig.node, [rig.codeServer, ...serverArguments(config, folders)], {
    // A group of its own: stopping it ends the extension hosts with it.
    detached: true,
    env: { ...process.env, NODE_OPTIONS: '', EXTENSIONS_GALLERY: '{}', HOME: home, ...xdgFolders(home) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithUs = () => endGroup(child);
  process.once('exit', endWithUs);
  const sink = createWriteStream(log);
  child.stdout.pipe(sink, { end: false });
  child.stderr.pipe(sink, { end: false });
  const exited = new Promise<string>((resolve) =>
    child.once('exit', (code) => resolve(`code-server ended with ${code}`)),
  );
  const port = await Promise.race([
    announcedPort(child),
    exited.then(async (how) => {
      throw new Error(`${how}\n${await readFile(log, 'utf8')}`);
    }),
  ]);
  return {
    port,
    ended: exited,
    address(folder, payload) {
      const target = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const uri = (file: string) => `vscode-remote://127.0.0.1:${port}${file}`;
      const entries = payload.map(([key, value]) => [key, value.startsWith('/') ? uri(value) : value]);
      const query = new URLSearchParams({ [target]: folder, payload: JSON.stringify(entries) });
      return `http://127.0.0.1:${port}/?${query.toString().replaceAll('+', '%20')}`;
    },
    async stop() {
      endGroup(child);
      await exited;
      process.off('exit', endWithUs);
    },
  };
}

/** Installs a packed extension as its user does. */
export async function installExtension(rig: Rig, folders: EditorFolders, vsix: string): Promise<void> {
  const args = [
    '--user-data-dir',
    folders.userData,
    '--extensions-dir',
    folders.extensions,
    '--install-extension',
    vsix,
  ];
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    EXTENSIONS_GALLERY: '{}',
    HOME: folders.scratch,
    ...xdgFolders(folders.scratch),
  };
  await promisify(execFile)(rig.node, [rig.codeServer, ...args], { env });
}

function serverArguments(config: string, folders: EditorFolders): string[] {
  return [
    ['--config', config],
    // The system picks the port: two runs beside each other never meet.
    ['--bind-addr', '127.0.0.1:0'],
    ['--auth', 'none'],
    ['--user-data-dir', folders.userData],
    ['--extensions-dir', folders.extensions],
    ['--session-socket', path.join(folders.scratch, 'session.sock')],
    [
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
    ],
    ['--reconnection-grace-time', '1'],
    // Without it the workbench ignores the keys of the payload that start extension tests.
    ['--vscode-option', 'enable-smoke-test-driver'],
  ].flat();
}

function xdgFolders(home: string): Record<string, string> {
  const inHome = (name: string) => path.join(home, name);
  return { XDG_CONFIG_HOME: inHome('config'), XDG_DATA_HOME: inHome('data'), XDG_CACHE_HOME: inHome('cache') };
}

function announcedPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    if (!child.stdout) throw new Error('code-server was started without its output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /server listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (port) resolve(Number(port));
    });
  });
}

/** Ends the process and all that it started; does nothing when it has ended. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It ended between the two lines.
  }
}
