import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { installExtension, startCodeServer, type RunningEditor } from './codeServer.js';
import { parseCodeArguments, type CodeArguments } from './commandLine.js';
import { installRig } from './install.js';

/**
 * Stands in for the desktop's `code` executable: takes the same command line, installs a VSIX or runs the extension tests in the real
 * extension host of code-server with the workbench in a headless browser, and ends with the exit code of the tests.
 */

const limit = Number(process.env.HANDREIKING_EDITOR_TIMEOUT ?? 180_000);

/** The workbench's own talk, which says nothing about the tests. */
const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[(reconnection-grace|Service Worker|AgentHost|AccountPolicy|ChatModel|DataChannel)|Ignoring fetching|Updating additional builtin|Canceled: Canceled)|workbench\.js:\d+/;

async function run(args: CodeArguments, scratch: string): Promise<number> {
  const rig = await installRig();
  const folders = {
    userData: args.userData ?? path.join(scratch, 'user'),
    extensions: args.extensions ?? path.join(scratch, 'extensions'),
    scratch,
  };
  if (args.install !== undefined) {
    await installExtension(rig, folders, args.install);
    return 0;
  }
  if (args.extensionTestsPath === undefined) throw new Error('only extension tests can be run without a desktop');
  const folder = args.folder ?? path.join(scratch, 'workspace');
  if (args.folder === undefined) await mkdir(folder);
  const editor = await startCodeServer(rig, folders);
  try {
    const browser = await launchBrowser(rig.browser, scratch);
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      return await runTests(page, editor, folder, args, args.extensionTestsPath);
    } finally {
      await browser.close();
    }
  } finally {
    await editor.stop();
  }
}

async function runTests(
  page: Page,
  editor: RunningEditor,
  folder: string,
  args: CodeArguments,
  tests: string,
): Promise<number> {
  let finish: (code: number) => void = () => undefined;
  const exitCode = new Promise<number>((resolve) => (finish = resolve));
  // The two functions that the workbench of an automated run looks for in its page.
  await page.exposeFunction('codeAutomationLog', (_kind: string, values: unknown[]) => {
    const line = format(...values);
    if (process.env.HANDREIKING_EDITOR_VERBOSE || !noise.test(line)) console.log(line);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => finish(code));
  const payload = [
    ...args.extensionDevelopmentPaths.map((extension): [string, string] => ['extensionDevelopmentPath', extension]),
    ['extensionTestsPath', tests] as const,
  ];
  const stopped = new AbortController();
  try {
    await page.goto(editor.address(folder, payload));
    return await Promise.race([
      exitCode,
      new Promise<never>((_resolve, reject) => page.once('crash', () => reject(new Error('the page crashed')))),
      editor.ended.then((how) => Promise.reject(new Error(how))),
      afterLimit(stopped.signal),
    ]);
  } catch (error) {
    const file = path.join(process.env.HANDREIKING_SCREENSHOTS ?? os.tmpdir(), `editor-failed-${process.pid}.png`);
    await page.screenshot({ path: file }).then(
      () => console.error(`screenshot: ${file}`),
      () => undefined,
    );
    throw error;
  } finally {
    stopped.abort();
  }
}

function afterLimit(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the tests did not end within ${limit / 1000} s`)), limit);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

// Ending by a signal still runs what was registered for the exit: code-server must not outlive us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

const scratch = await mkdtemp(path.join(os.tmpdir(), 'handreiking-editor-'));
try {
  process.exitCode = await run(parseCodeArguments(process.argv.slice(2)), scratch);
} catch (error) {
  console.error(`[editor] ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
