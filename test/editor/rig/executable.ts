import { downloadAndUnzipVSCode } from '@vscode/test-electron';

/** Of the service that says which release to download; short, because a machine without it should not wait. */
const reachLimit = 3000;

/**
 * The Visual Studio Code that the tests run in: the one that HANDREIKING_VSCODE names, else the downloaded one where its
 * host can be reached and a display is there, else the stand-in on code-server.
 */
export async function chooseExecutable(
  standIn: string,
): Promise<{ readonly executable: string; readonly kind: string }> {
  const named = process.env.HANDREIKING_VSCODE;
  if (named) return { executable: named, kind: 'named by HANDREIKING_VSCODE' };
  if (hasDisplay() && (await downloadIsReachable())) {
    return { executable: await downloadAndUnzipVSCode('stable'), kind: 'downloaded' };
  }
  return { executable: standIn, kind: 'stand-in on code-server' };
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function downloadIsReachable(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(reachLimit);
    return (await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal })).ok;
  } catch {
    return false;
  }
}
