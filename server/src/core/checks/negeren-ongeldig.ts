import { directivesOf } from '../accountability/directives.js';
import type { Check } from './place.js';
import { hasCheck } from './rules.js';
import { defectOf } from './suppression.js';

/** A suppression without a check, reason or end date, or one whose date has passed. */
export const negerenOngeldig: Check = {
  id: 'negeren-ongeldig',
  over: 'file',
  *test({ facts, settings, accountability }) {
    for (const suppression of directivesOf(facts).suppressions) {
      const variant = defectOf(suppression, settings.today, hasCheck);
      // A reason that is still to be filled in is reported in the place of the finding that it holds back: see `run.ts`.
      if (variant === undefined || variant === 'reden-invullen') continue;
      const { check = '', until = '', range } = suppression;
      yield { variant, values: { controle: check, datum: until, waarde: until }, range };
    }
    for (const { data, range } of accountability.files.get(facts.path)?.exceptions ?? []) {
      if (data['geldig-tot'] >= settings.today) continue;
      yield { variant: 'verlopen', values: { controle: data.controle, datum: data['geldig-tot'], waarde: '' }, range };
    }
  },
};
