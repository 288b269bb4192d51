import { execFileSync } from 'node:child_process';

/** The public tool to measure against; undefined, with the reason told, where it is not installed. */
export async function ripgrep() {
  try {
    return (await import('@vscode/ripgrep')).rgPath;
  } catch {
    try {
      execFileSync('rg', ['--version'], { stdio: 'ignore' });
      return 'rg';
    } catch {
      return undefined;
    }
  }
}

/** Every file that git would list and that holds one of the words, found by plain search. */
export function searchWords(wordsFile, folder) {
  return [
    '--no-config',
    '--hidden',
    '--glob',
    '!.git',
    '--fixed-strings',
    '--files-with-matches',
    '-f',
    wordsFile,
    folder,
  ];
}
