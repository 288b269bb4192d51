import { withoutNames } from '../accountability/evidence/formExport.js';
import { folderOf, resolvePath } from '../accountability/paths.js';
import { textOf } from '../checks/message.js';
import type { FixMaker } from './fixMaker.js';
import { recordFor } from './record.js';

/**
 * Refers to an extract of an exported form that holds kind, status and dates, and no name. The export itself can then be
 * left out of the repository.
 */
export const extractAnalysis: FixMaker = {
  id: 'extract-analysis',
  offer(finding, context) {
    const written = finding.values['waarde'] ?? '';
    if (finding.check !== 'ai-verantwoording-ongeldig' || finding.variant !== 'namen-in-bestand') return [];
    const name = written.replace(/\.json$/i, '.uittreksel.json');
    const edits = () => {
      const path = resolvePath(folderOf(finding.path), written);
      const text = path === undefined ? undefined : context.text(path);
      const extract = text === undefined ? undefined : withoutNames(text);
      const target = resolvePath(folderOf(finding.path), name);
      const record = recordFor(finding.path, context);
      if (extract === undefined || target === undefined || name === written) return undefined;
      if (context.text(target) !== undefined || record.path !== finding.path) return undefined;
      return [
        { path: target, newText: extract },
        { path: finding.path, range: finding.range, newText: `'${name.replaceAll("'", "''")}'` },
      ];
    };
    if (edits() === undefined) return [];
    const title = textOf('fix-uittreksel', context.project.settings.language, { bestand: name });
    return [{ id: this.id, title, preferred: true, edits }];
  },
};
