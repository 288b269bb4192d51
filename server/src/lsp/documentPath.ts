import { URI } from 'vscode-uri';

/** Documents that are looked at; never those of `git:`, a diff view or an output channel. */
const schemes = new Set(['file', 'untitled', 'vscode-notebook-cell']);

export function isOurs(uri: string): boolean {
  return schemes.has(URI.parse(uri).scheme);
}

/** Readers choose by file name; a document that has none yet is named after its language. */
const extensions: Readonly<Record<string, string>> = {
  bat: '.bat',
  csharp: '.cs',
  dockercompose: '.yaml',
  dotenv: '.env',
  go: '.go',
  java: '.java',
  javascript: '.js',
  javascriptreact: '.jsx',
  json: '.json',
  jsonc: '.jsonc',
  kotlin: '.kt',
  php: '.php',
  powershell: '.ps1',
  properties: '.properties',
  python: '.py',
  r: '.r',
  ruby: '.rb',
  rust: '.rs',
  scala: '.scala',
  shellscript: '.sh',
  swift: '.swift',
  toml: '.toml',
  typescript: '.ts',
  typescriptreact: '.tsx',
  xml: '.xml',
  yaml: '.yaml',
};

/** Path below a root, or undefined when the document lies elsewhere. A notebook's cell lies where its notebook does. */
export function pathBelow(rootUri: string, uri: string, languageId = ''): string | undefined {
  const root = URI.parse(rootUri);
  const document = URI.parse(uri);
  if (document.scheme === 'untitled') return undefined;
  const rootPath = root.path.endsWith('/') ? root.path : `${root.path}/`;
  if (document.authority !== root.authority || !document.path.startsWith(rootPath)) return undefined;
  const path = document.path.slice(rootPath.length);
  return document.scheme === 'vscode-notebook-cell'
    ? `${path}#${document.fragment}${extensions[languageId] ?? ''}`
    : path;
}

/** The name under which a document outside every folder is analysed. */
export function loosePath(uri: string, languageId: string): string {
  const { path, fragment } = URI.parse(uri);
  const name = path.slice(path.lastIndexOf('/') + 1) || 'document';
  const known =
    fragment === '' && (name.startsWith('.') || /\.\w+$/.test(name) || extensions[languageId] === undefined);
  return known ? name : `${name}${extensions[languageId] ?? ''}`;
}

/** The URI of a path below a root, written as clients write it. */
export function uriBelow(rootUri: string, path: string): string {
  const root = URI.parse(rootUri);
  return root.with({ path: `${root.path.replace(/\/$/, '')}/${path}` }).toString();
}
