import { isOpenLicence, lists } from '../catalog/lists.js';
import type { ReferencedDocument } from '../project.js';
import { foldersUpFrom } from './paths.js';

/** What the repository says about the licence of its own code. */
export type OwnLicence =
  | { readonly kind: 'open' | 'other'; readonly licence: string; readonly path: string }
  /** There is a file for a licence, but which one it is cannot be told. */
  | { readonly kind: 'unknown'; readonly path: string }
  | { readonly kind: 'none' };

const licenceFiles = ['LICENSE', 'LICENCE', 'LICENTIE', 'COPYING', 'UNLICENSE'].flatMap((name) => [
  name,
  `${name}.md`,
  `${name}.txt`,
]);
/** By the REUSE convention: the name of the file is the licence. */
const reuseFolder = 'LICENSES';
const reuseFiles = [
  'EUPL-1.2',
  'MIT',
  'Apache-2.0',
  'GPL-3.0-or-later',
  'AGPL-3.0-or-later',
  'BSD-3-Clause',
  'MPL-2.0',
].map((id) => `${reuseFolder}/${id}.txt`);
const publiccode = ['publiccode.yml', 'publiccode.yaml'];
const manifests = ['package.json', 'pyproject.toml', 'composer.json', 'Cargo.toml'];

/** Where a repository can say it, in the order of weight: in the folder of the accountability file or above. */
export function licenceDocuments(folder: string): string[] {
  return foldersUpFrom(folder).flatMap((above) =>
    [...publiccode, ...licenceFiles, ...reuseFiles, reuseFolder, ...manifests].map((name) => join(above, name)),
  );
}

/** The first open licence that is found, else the first other one; undefined while a document has yet to be loaded. */
export function ownLicence(
  folder: string,
  document: (path: string) => ReferencedDocument | undefined,
): OwnLicence | undefined {
  const found: OwnLicence[] = [];
  for (const path of licenceDocuments(folder)) {
    const loaded = document(path);
    if (loaded === undefined) return undefined;
    if (loaded.state === 'missing') continue;
    const licence = loaded.state === 'text' ? licenceIn(path, loaded.text) : undefined;
    if (licence !== undefined) found.push({ kind: isOpenExpression(licence) ? 'open' : 'other', licence, path });
    else if (!manifests.some((name) => path.endsWith(name))) found.push({ kind: 'unknown', path });
  }
  return (
    found.find((one) => one.kind === 'open') ??
    found.find((one) => one.kind === 'other') ??
    found[0] ?? { kind: 'none' }
  );
}

/** An SPDX expression as the file states it, or as its words show. */
function licenceIn(path: string, text: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (publiccode.includes(name)) return /^\s+license:\s*["']?([^"'\s#]+)/m.exec(text)?.[1];
  if (name === 'package.json' || name === 'composer.json') return /^[ \t]*"license"\s*:\s*"([^"]+)"/m.exec(text)?.[1];
  if (name.endsWith('.toml')) return /^license\s*=\s*(?:\{\s*text\s*=\s*)?["']([^"'\n]{1,60})["']/m.exec(text)?.[1];
  if (path.includes(`${reuseFolder}/`)) return name.replace(/\.txt$/, '');
  const said = /SPDX-License-Identifier:\s*(\S+)/.exec(text)?.[1];
  if (said !== undefined) return said;
  const head = text.slice(0, 1500).toUpperCase().replace(/\s+/g, ' ');
  return lists.licenceHeads
    .map(({ words, id }) => ({ at: head.indexOf(words), id }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)[0]?.id;
}

/** Of `A OR B` one has to be open, of `A AND B` all. */
function isOpenExpression(expression: string): boolean {
  const bare = expression.replace(/[()]/g, ' ').replace(/\s+WITH\s+\S+/gi, '');
  return bare.split(/\s+OR\s+/i).some((part) => part.split(/\s+AND\s+/i).every((id) => isOpenLicence(id.trim())));
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
