import { homedir } from 'node:os';
import { join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where this system keeps what programs may lose: the user's cache folder. */
export function cacheFolder(env: Environment): string {
  return join(base(env), 'handreiking-genai');
}

function base(env: Environment): string {
  const given = env['XDG_CACHE_HOME'];
  // The XDG standard says that a relative path there counts as not set.
  if (given?.startsWith('/')) return given;
  if (process.platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
