import { textOf } from '../checks/message.js';
import { commentAbove } from './comment.js';
import type { FixMaker } from './fixMaker.js';
import { tieable } from './tieable.js';

/** Ties one line to a use case, for a file that serves several. */
export const tieByComment: FixMaker = {
  id: 'tie-by-comment',
  offer(finding, context) {
    const { language } = context.project.settings;
    return tieable(finding, context).flatMap(({ id }) => {
      const edits = commentAbove(finding, context, () => `ai-verantwoording: ${id}`);
      if (edits === undefined) return [];
      return [
        { id: this.id, title: textOf('fix-koppel-commentaar', language, { toepassing: id }), preferred: false, edits },
      ];
    });
  },
};
