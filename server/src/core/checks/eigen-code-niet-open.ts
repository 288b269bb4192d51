import { isTopmost } from '../accountability/build.js';
import { ownLicence } from '../accountability/ownCode.js';
import { folderOf } from '../accountability/paths.js';
import type { Check } from './place.js';
import { isFilled } from './recordedText.js';

/** The repository itself has no open licence, and no "tenzij" is argued. Said once, in the accountability file. */
export const eigenCodeNietOpen: Check = {
  id: 'eigen-code-niet-open',
  over: 'record',
  *test({ file, accountability }) {
    if (file.useCases.length === 0 || !isTopmost(file, accountability.files)) return;
    const own = file.data['eigen-code'];
    if (isFilled(own?.tenzij) || isFilled(own?.vindplaats)) return;
    const licence = ownLicence(folderOf(file.path), accountability.document);
    if (licence === undefined || licence.kind === 'open') return;
    const values = {
      licentie: licence.kind === 'other' ? licence.licence : '',
      bestand: licence.kind === 'none' ? '' : licence.path,
    };
    const variants = { none: 'default', other: 'andere-licentie', unknown: 'niet-herkend' } as const;
    if (own?.tenzij !== undefined) yield { variant: 'nog-invullen', values, range: file.at('eigen-code', 'tenzij') };
    else yield { variant: variants[licence.kind], values, range: file.at('versie') };
  },
};
