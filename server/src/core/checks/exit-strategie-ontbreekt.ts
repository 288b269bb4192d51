import type { Check } from './place.js';
import { isFilled } from './recordedText.js';

/** A bought service without a way out. */
export const exitStrategieOntbreekt: Check = {
  id: 'exit-strategie-ontbreekt',
  over: 'record',
  *test({ file }) {
    for (const { id, data, range, at } of file.endpoints) {
      const written = data['exit-strategie'];
      if (data.grondslag !== 'contract' || isFilled(written)) continue;
      yield written === undefined
        ? { variant: 'default', values: { id }, range }
        : { variant: 'nog-invullen', values: { id }, range: at('exit-strategie') };
    }
  },
};
