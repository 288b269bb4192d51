import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser } from './rig/browser.js';
import { installRig } from './rig/install.js';

/** Draws `client/icon.png` from the SVG beside it: the marketplace takes no SVG. */
const scratch = await mkdtemp(path.join(os.tmpdir(), 'handreiking-icon-'));
const browser = await launchBrowser((await installRig()).browser, scratch);
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(
  `<style>body { margin: 0 } svg { display: block }</style>${await readFile('client/icon.svg', 'utf8')}`,
);
await writeFile('client/icon.png', await page.screenshot({ omitBackground: true }));
await browser.close();
await rm(scratch, { recursive: true, force: true });
