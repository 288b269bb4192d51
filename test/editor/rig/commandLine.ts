import path from 'node:path';

/** What the desktop's `code` is asked to do, as far as extension tests use it. */
export interface CodeArguments {
  readonly folder: string | undefined;
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath: string | undefined;
  readonly userData: string | undefined;
  readonly extensions: string | undefined;
  /** Packed extension to install instead of running tests. */
  readonly install: string | undefined;
}

export function parseCodeArguments(args: readonly string[]): CodeArguments {
  const options = args.map((argument) => /^--([\w-]+)(?:=(.*))?$/s.exec(argument));
  const values = (name: string) =>
    options.flatMap((option) => (option?.[1] === name && option[2] !== undefined ? [path.resolve(option[2])] : []));
  const folder = args.find((argument) => !argument.startsWith('--'));
  return {
    folder: folder === undefined ? undefined : path.resolve(folder),
    extensionDevelopmentPaths: values('extensionDevelopmentPath'),
    extensionTestsPath: values('extensionTestsPath')[0],
    userData: values('user-data-dir')[0],
    extensions: values('extensions-dir')[0],
    install: values('install-extension')[0],
  };
}
