import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import type { BrowserFiles } from './install.js';

/** Nothing but this machine can be reached: a test that needs the network fails instead of depending on it. */
const onlyLoopback = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1';

export async function launchBrowser(files: BrowserFiles, scratch: string): Promise<Browser> {
  const fontsFile = path.join(scratch, 'fonts.conf');
  await writeFile(fontsFile, fontsConfiguration(files.fonts, path.join(scratch, 'fonts-cache')));
  const own = process.env.HANDREIKING_CHROMIUM;
  return chromium.launch({
    executablePath: own ?? files.executable,
    headless: true,
    env: own
      ? { ...process.env }
      : { ...process.env, FONTCONFIG_FILE: fontsFile, LD_LIBRARY_PATH: libraryPath(files.libraries) },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      onlyLoopback,
    ],
  });
}

function libraryPath(libraries: string): string {
  return [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
}

function fontsConfiguration(fonts: string, cache: string): string {
  const folders = [fonts, '/usr/share/fonts'].filter((folder) => existsSync(folder));
  const prefer = (family: string, font: string) =>
    `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${folders.map((folder) => `<dir>${folder}</dir>`).join('\n  ')}
  <cachedir>${cache}</cachedir>
  ${prefer('monospace', 'DejaVu Sans Mono')}
  ${prefer('sans-serif', 'Open Sans')}
</fontconfig>
`;
}
