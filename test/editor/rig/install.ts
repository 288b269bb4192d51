import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cachedPart } from './cache.js';
import { npm } from './npm.js';

/** Versions that were seen to work together; each from the package registry alone. */
const versions = { node: '24.21.0', codeServer: '4.139.1', chromium: '153.0.0', font: '2.37.3' } as const;

export interface Rig {
  /** Node as code-server wants it. */
  readonly node: string;
  /** Entry script of code-server. */
  readonly codeServer: string;
  readonly browser: BrowserFiles;
}

export interface BrowserFiles {
  readonly executable: string;
  /** Shared libraries and fonts that the machine may lack. */
  readonly libraries: string;
  readonly fonts: string;
}

/** Installs VS Code (as code-server), the Node that it needs and a browser; what is there already is left alone. */
export async function installRig(): Promise<Rig> {
  if (process.platform !== 'linux') {
    throw new Error(
      `code-server from the package registry runs on Linux only, this is ${process.platform}; ` +
        'set HANDREIKING_VSCODE to the executable of a Visual Studio Code that is installed here',
    );
  }
  const nodeFolder = await installNode();
  const [codeServer, browser] = [await installCodeServer(nodeFolder), await installBrowser()];
  return {
    node: path.join(nodeFolder, 'bin', 'node'),
    codeServer: path.join(codeServer, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
    browser,
  };
}

async function installNode(): Promise<string> {
  const part = await cachedPart(`node-${versions.node}`, (folder) => npm(folder, ['install', `node@${versions.node}`]));
  const name = `node-linux-${process.arch}`;
  const places = [path.join(part, 'node_modules', 'node', 'node_modules', name), path.join(part, 'node_modules', name)];
  const found = places.find((place) => existsSync(path.join(place, 'bin', 'node')));
  if (!found) throw new Error(`the package node@${versions.node} brought no ${name}`);
  return found;
}

function installCodeServer(nodeFolder: string): Promise<string> {
  const environment = {
    PATH: `${path.join(nodeFolder, 'bin')}${path.delimiter}${process.env.PATH ?? ''}`,
    npm_config_nodedir: nodeFolder,
  };
  return cachedPart(`code-server-${versions.codeServer}`, async (folder) => {
    // Its own install script wants gssapi headers for kerberos, which nothing here uses.
    await npm(folder, ['install', `code-server@${versions.codeServer}`, '--ignore-scripts'], environment);
    const vscode = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
    // Not `npm ci`: the shrinkwrap that is shipped does not agree with its package.json.
    await npm(vscode, ['install', '--omit=dev', '--ignore-scripts'], environment);
    await npm(path.join(vscode, 'extensions'), ['install', '--omit=dev', '--ignore-scripts'], environment);
    // Both need a compiler. Without them the editor works, with more noise in its log.
    for (const name of ['@vscode/spdlog', '@vscode/native-watchdog']) {
      await npm(vscode, ['rebuild', name], environment).catch((error: Error) =>
        console.log(`  ${name} was not built, the editor goes without: ${error.message.split('\n')[0]}`),
      );
    }
  });
}

/**
 * Chromium travels compressed inside the package and unpacks itself into the temporary folder. It is unpacked here once,
 * into the cache, so that runs beside each other never meet a half-written browser.
 */
async function installBrowser(): Promise<BrowserFiles> {
  const part = await cachedPart(`chromium-${versions.chromium}`, async (folder) => {
    // With a font of fixed width, so that code on a screenshot looks like code.
    const packages = [`@sparticuz/chromium@${versions.chromium}`, `dejavu-fonts-ttf@${versions.font}`];
    await npm(folder, ['install', ...packages, '--ignore-scripts', '--omit=dev']);
    const unpacked = path.join(folder, 'unpacked');
    await mkdir(unpacked);
    const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
    await promisify(execFile)(process.execPath, ['--eval', script], {
      cwd: folder,
      // The name of this runtime makes it unpack the libraries that a bare Debian lacks (nss, nspr) as well.
      env: { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    await rename(path.join(folder, 'node_modules', 'dejavu-fonts-ttf', 'ttf'), path.join(unpacked, 'fonts', 'dejavu'));
    await rm(path.join(folder, 'node_modules'), { recursive: true });
  });
  const unpacked = path.join(part, 'unpacked');
  return {
    executable: path.join(unpacked, 'chromium'),
    libraries: path.join(unpacked, 'al2023', 'lib'),
    fonts: path.join(unpacked, 'fonts'),
  };
}
