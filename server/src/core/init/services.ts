import { folderOf, isBelow } from '../accountability/paths.js';

/** Files that say: here a thing of its own begins, that is built and delivered by itself. */
const manifest =
  /(?:^|\/)(?:package\.json|pyproject\.toml|requirements[^/]*\.txt|setup\.(?:py|cfg)|Pipfile|environment\.ya?ml|pom\.xml|build\.gradle(?:\.kts)?|build\.sbt|[^/]+\.(?:cs|fs|vb)proj|go\.mod|Cargo\.toml|composer\.json|Gemfile|[^/]+\.gemspec|DESCRIPTION|pubspec\.yaml|Package\.swift|Podfile|mix\.exs)$/;

/** Folders that only hold other things side by side. */
const holdsServices =
  /^(?:apps|applications|applicaties|components|diensten|functions|lambdas|microservices|modules|packages|projects|projecten|services)$/i;
/** Folders that hold the code of the project itself. */
const holdsCode = /^(?:src|source|app|lib|code|server|backend|api|cmd|internal|pkg)$/i;
const holdsTests = /^(?:tests?|specs?|__tests__|e2e|testing|testen)$/i;

/** Where a path belongs: a folder (`''` for the project as a whole), or `tests` for what belongs to whatever is tested. */
export type Service = { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'tests' };

/**
 * Tells services apart: the nearest folder with a manifest, else the folder at the top. `files` are the names of all
 * files of the project, read or not.
 */
export function serviceFinder(files: Iterable<string>): (path: string) => Service {
  const folders = new Set<string>();
  for (const file of files) if (manifest.test(file)) folders.add(folderOf(file));
  return (path) => {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      if (folders.has(folder)) return { kind: 'folder', folder };
    }
    return topOf(path, folders.has(''));
  };
}

function topOf(path: string, isOneProject: boolean): Service {
  const [top = '', second = ''] = folderOf(path).split('/');
  if (holdsTests.test(top)) return { kind: 'tests' };
  if (holdsServices.test(top) && second !== '') return { kind: 'folder', folder: `${top}/${second}` };
  if (top === '' || isOneProject || holdsCode.test(top)) return { kind: 'folder', folder: '' };
  return { kind: 'folder', folder: top };
}

/**
 * The widest patterns that take in these files and none of the others: the whole service where that can be, else
 * folders, else the files one by one.
 */
export function patternsFor(service: string, files: readonly string[], others: readonly string[]): string[] {
  const patterns = files.map((file) => {
    // From the service itself, or for a file outside it from the top, down to the folder of the file.
    const parts = folderOf(file).split('/');
    for (let depth = isBelow(file, service) ? service.split('/').length : 1; depth <= parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      if (folder !== '' && others.every((other) => !isBelow(other, folder))) return `${folder}/**`;
    }
    return file;
  });
  return [...new Set(patterns)].sort();
}
