import { aiVerantwoordingOngeldig } from './ai-verantwoording-ongeldig.js';
import { consumentendienst } from './consumentendienst.js';
import { dpiaOntbreekt } from './dpia-ontbreekt.js';
import { endpointOnbekend } from './endpoint-onbekend.js';
import { endpointZonderContract } from './endpoint-zonder-contract.js';
import { iamaOntbreekt } from './iama-ontbreekt.js';
import { negerenOngeldig } from './negeren-ongeldig.js';
import type { Check } from './place.js';
import { sleutelInCode } from './sleutel-in-code.js';
import { toepassingNietGeregistreerd } from './toepassing-niet-geregistreerd.js';
import { verwijzingOnvindbaar } from './verwijzing-onvindbaar.js';

/** Every check, in the order in which findings of one place are shown. */
export const allChecks: readonly Check[] = [
  aiVerantwoordingOngeldig,
  sleutelInCode,
  consumentendienst,
  endpointZonderContract,
  endpointOnbekend,
  dpiaOntbreekt,
  iamaOntbreekt,
  verwijzingOnvindbaar,
  toepassingNietGeregistreerd,
  negerenOngeldig,
];
