import { folderOf, isBelow, relativeTo } from '../accountability/paths.js';
import { textOf } from '../checks/message.js';
import type { FixMaker } from './fixMaker.js';
import { editsOf, recordFor, useCaseIndex } from './record.js';
import { tieable } from './tieable.js';
import { appendItem } from './yaml/edit.js';
import { scalar } from './yaml/scalar.js';

/** Adds the path of an uncovered place to a use case that is there already. */
export const tieByPath: FixMaker = {
  id: 'tie-by-path',
  offer(finding, context) {
    const { language } = context.project.settings;
    return tieable(finding, context).map(({ id }) => ({
      id: this.id,
      title: textOf('fix-koppel', language, { toepassing: id }),
      preferred: false,
      edits() {
        const record = recordFor(finding.path, context);
        const index = useCaseIndex(record, id);
        const folder = folderOf(record.path);
        if (record.text === undefined || index === -1 || !isBelow(finding.path, folder)) return undefined;
        const path = scalar(relativeTo(folder, finding.path));
        return editsOf(record, appendItem(record.text, ['toepassingen', index, 'paden'], [path]));
      },
    }));
  },
};
