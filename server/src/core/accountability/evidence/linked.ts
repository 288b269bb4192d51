import type { ReferencedDocument } from '../../project.js';
import { folderOf, resolvePath } from '../paths.js';
import { linksIn, riskSectionOf } from './accountabilityReport.js';

/** Documents that another document includes or links to, so that they are loaded too; relative to the root. */
export function documentsBehind(path: string, document: ReferencedDocument | undefined): string[] {
  if (document?.state !== 'text') return [];
  const written = /\.ya?ml$/i.test(path)
    ? includesIn(document.text)
    : /\.md$/i.test(path)
      ? linksIn(riskSectionOf(document.text) ?? '').filter((link) => !/^[a-z][a-z0-9+.-]*:/i.test(link))
      : [];
  return written.slice(0, most).flatMap((link) => resolvePath(folderOf(path), link.split('#', 1)[0] as string) ?? []);
}

/** More than a card of any size includes. */
const most = 50;

/** `!include docs/dpia.yaml` */
function includesIn(text: string): string[] {
  return [...text.matchAll(/!include[ \t]+["']?([^\s"']+)/g)].map((match) => match[1] as string);
}
