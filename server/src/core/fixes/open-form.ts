import { textOf } from '../checks/message.js';
import { kindNamed } from '../checks/verwijzing-onvindbaar.js';
import type { FixMaker } from './fixMaker.js';

const inForm: ReadonlySet<string> = new Set(['prescan', 'dpia', 'iama']);
const checks: ReadonlySet<string> = new Set([
  'risicoanalyse-concept',
  'risicoanalyse-verlopen',
  'verwijzing-onvindbaar',
]);

/** An analysis that has to be finished, signed or made anew is so in the form that it was made with. */
export const openForm: FixMaker = {
  id: 'open-form',
  offer(finding, context) {
    const soort = finding.values['soort'];
    const kind = kindNamed(soort);
    if (!checks.has(finding.check) || soort === undefined || kind === undefined || !inForm.has(kind)) return [];
    const { language } = context.project.settings;
    const title = textOf('fix-formulier', language, { soort });
    const url = textOf('adres-invulhulpen', language);
    return [{ id: this.id, title, preferred: false, edits: () => undefined, shows: { url } }];
  },
};
