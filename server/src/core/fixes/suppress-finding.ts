import { textOf } from '../checks/message.js';
import { commentAbove } from './comment.js';
import type { FixMaker } from './fixMaker.js';

/** Long enough to arrange something, short enough to be looked at again. */
const days = 90;
const never = new Set(['negeren-ongeldig', 'ai-verantwoording-ongeldig']);

/**
 * Suppresses a finding on its line for a while. The reason is left to be filled in; until then a finding on the comment
 * says so at the same severity.
 */
export const suppressFinding: FixMaker = {
  id: 'suppress-finding',
  offer(finding, context) {
    if (never.has(finding.check)) return [];
    const { language, today } = context.project.settings;
    const datum = someTimeAfter(today);
    const reason = textOf('invullen-reden', 'nl');
    const edits = commentAbove(
      finding,
      context,
      (dash) => `ai-verantwoording-negeer: ${finding.check} tot ${datum} ${dash} ${reason}`,
    );
    if (edits === undefined) return [];
    return [
      {
        id: this.id,
        title: textOf('fix-negeer', language, { controle: finding.check, datum }),
        preferred: false,
        edits,
      },
    ];
  },
};

/** The end date that a suppression gets. */
export function someTimeAfter(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
