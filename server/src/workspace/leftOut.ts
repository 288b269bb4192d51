import { Memo } from '../core/memo.js';

/**
 * Trees and files that nobody of the project wrote: copies of others' code, build results, lock files. They are left
 * out of every scan, also when a repository keeps them under version control. This is the one list of them.
 */
const folders = [
  // version control and tools
  '.git',
  '.hg',
  '.svn',
  '.jj',
  '.vs',
  '.terraform',
  '.gradle',
  '.mvn',
  '.yarn',
  '.pnpm-store',
  '.parcel-cache',
  '.cache',
  '.turbo',
  '.nx',
  '.serverless',
  '.aws-sam',
  '.vscode-test',
  '.ipynb_checkpoints',
  // packages of others
  'node_modules',
  'bower_components',
  'jspm_packages',
  'web_modules',
  'vendor',
  'site-packages',
  '.venv',
  'venv',
  '.virtualenv',
  '.tox',
  '.nox',
  '.eggs',
  '__pypackages__',
  'Pods',
  'Carthage',
  '.bundle',
  // build results
  '__pycache__',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  'dist',
  '.next',
  '.nuxt',
  '.svelte-kit',
  '.output',
  '.angular',
  '.docusaurus',
  '.dart_tool',
  'DerivedData',
  'htmlcov',
  '.nyc_output',
  'storybook-static',
  // build results whose folder name alone says too little
  'target/classes',
  'target/debug',
  'target/release',
  'target/generated-sources',
  'target/site',
  'build/classes',
  'build/generated',
  'build/intermediates',
  'build/libs',
  'build/resources',
  'bin/Debug',
  'bin/Release',
  'obj/Debug',
  'obj/Release',
  'renv/library',
  'packrat/lib',
];

const files = [
  '*.min.js',
  '*.min.mjs',
  '*.min.css',
  '*-min.js',
  '*.bundle.js',
  '*.chunk.js',
  '*.map',
  '*.snap',
  // the words of a model
  '*tokenizer.json',
  'vocab.json',
  '*_pb2.py',
  '*_pb2_grpc.py',
  '*.pb.go',
  '*.designer.cs',
  '*.g.cs',
  '*.g.dart',
  '*.freezed.dart',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'deno.lock',
  'poetry.lock',
  'Pipfile.lock',
  'uv.lock',
  'pdm.lock',
  'conda-lock.yml',
  'Cargo.lock',
  'composer.lock',
  'Gemfile.lock',
  'go.sum',
  'go.work.sum',
  'packages.lock.json',
  'project.assets.json',
  'gradle.lockfile',
  'renv.lock',
  'pubspec.lock',
  'Package.resolved',
  'Podfile.lock',
  'mix.lock',
  'flake.lock',
  '.terraform.lock.hcl',
];

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '');
const inFolder = new RegExp(`(?:^|/)(?:${folders.map(escaped).join('|')})/`);
const names = new Set(files.filter((file) => !file.startsWith('*')).map((file) => file.toLowerCase()));
const endings = new RegExp(
  `(?:${files
    .filter((file) => file.startsWith('*'))
    .map(escaped)
    .join('|')})$`,
);

/**
 * Copies of others' code, or examples with others' products: a notebook is no library that somebody copied.
 */
const isThirdParty = /(?:^|\/)third_party\/.*(?<!\.ipynb)$/;

/** Many files stand in one folder. */
const folderAnswers = new Memo<boolean>();

/** Whether a file, by its path relative to the root, is left out of scans. */
export function isLeftOut(path: string): boolean {
  const end = path.lastIndexOf('/') + 1;
  const name = path.slice(end).toLowerCase();
  if (names.has(name) || endings.test(name)) return true;
  const folder = path.slice(0, end);
  return folder !== '' && (folderAnswers.of(folder, () => inFolder.test(folder)) || isThirdParty.test(path));
}

/** The same for a folder, so that a walk need not enter it. */
export function isFolderLeftOut(path: string): boolean {
  return inFolder.test(`${path}/`);
}
