import { spawn } from 'node:child_process';
import { homedir } from 'node:os';

/** What git knows of a folder: files, and folders with a repository of their own. */
export interface GitListing {
  readonly files: string[];
  /** Submodules and clones inside the folder, whose files git does not list. */
  readonly repositories: string[];
}

/**
 * A repository brings its own git configuration, and some of it names programs to run or places to fetch from. None of
 * that is needed to list files, so all of it is switched off.
 */
const harmless = [
  ['core.fsmonitor', ''],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['core.sshCommand', 'false'],
  ['core.gitProxy', ''],
  ['credential.helper', ''],
  ['diff.external', ''],
  ['protocol.allow', 'never'],
  ['core.quotePath', 'false'],
].flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/** `<mode> <object> <stage>\t<path>` of a tracked file. */
const tracked = /^(\d{6}) [0-9a-f]{40,64} \d\t/;

/**
 * Lists a folder with git; undefined when there is no git, no repository, or git does not want to. What git tracks is
 * told to `early` at once; for the other files it has to walk through the folder, in a process of its own.
 */
export async function listWithGit(
  folder: string,
  signal?: AbortSignal,
  early?: (paths: readonly string[]) => void,
): Promise<GitListing | undefined> {
  const others = outputOf(folder, ['-o', '--exclude-standard'], signal);
  const tracked = await outputOf(folder, ['-c', '-s'], signal);
  const known = tracked === undefined ? undefined : parse(tracked);
  if (known) early?.(known.files);
  const rest = await others;
  if (known === undefined || rest === undefined) return undefined;
  const found = parse(rest);
  return {
    files: [...new Set([...found.files, ...known.files])],
    repositories: [...new Set([...found.repositories, ...known.repositories])],
  };
}

function outputOf(folder: string, what: readonly string[], signal?: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve) => {
    const arguments_ = [...harmless, '-C', folder, 'ls-files', ...what, '-z'];
    // The home folder as working directory: on Windows a `git.exe` in the repository would otherwise be found first.
    const child = spawn('git', arguments_, {
      cwd: homedir(),
      env: environment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
      signal,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : undefined));
  });
}

/** Without the variables that a git hook sets, which would point git at another index or folder. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

function parse(output: string): GitListing {
  const files = new Set<string>();
  const repositories = new Set<string>();
  for (const entry of output.split('\0')) {
    if (entry === '') continue;
    const mode = tracked.exec(entry);
    const path = mode ? entry.slice(mode[0].length) : entry;
    if (path.startsWith('../')) continue;
    if (mode?.[1] === '160000') repositories.add(path);
    else if (path.endsWith('/')) repositories.add(path.slice(0, -1));
    else if (mode?.[1] !== '120000') files.add(path);
  }
  return { files: [...files], repositories: [...repositories] };
}
