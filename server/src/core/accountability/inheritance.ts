import { accountabilityName, foldersUpFrom, resolvePath } from './paths.js';

/** What a package of an organisation may call its file. */
const packageFiles = [accountabilityName, 'ai-verantwoording.organisatie.yml'];

/** `@gemeente/ai-verantwoording`, `ai-afspraken`: no path, since a path begins with a dot or names a file. */
export function isPackageName(written: string): boolean {
  if (/^@[a-z0-9~-][\w.~-]*\/[a-z0-9~-][\w.~-]*(?:\/.*)?$/.test(written)) return true;
  return /^[a-z0-9~-][\w.~-]*$/.test(written) && !/\.ya?ml$/i.test(written);
}

/** Where an inherited file can be, relative to the root. A package is looked for where Node would: nothing is fetched. */
export function inheritanceCandidates(folder: string, written: string): readonly string[] {
  if (!isPackageName(written)) {
    const path = resolvePath(folder, written);
    return path === undefined ? [] : [path];
  }
  const parts = written.split('/');
  const length = written.startsWith('@') ? 2 : 1;
  const inside = parts.slice(length).join('/');
  const name = parts.slice(0, length).join('/');
  const names = inside === '' ? packageFiles : [inside];
  return foldersUpFrom(folder).flatMap((above) =>
    names.flatMap((file) => resolvePath(above, `node_modules/${name}/${file}`) ?? []),
  );
}
