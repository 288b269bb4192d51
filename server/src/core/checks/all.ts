import { aiAssistentNietGeregistreerd } from './ai-assistent-niet-geregistreerd.js';
import { aiVerantwoordingOngeldig } from './ai-verantwoording-ongeldig.js';
import { algoritmeregisterOntbreekt } from './algoritmeregister-ontbreekt.js';
import { cioAdviesOntbreekt } from './cio-advies-ontbreekt.js';
import { consumentendienst } from './consumentendienst.js';
import { doorgifteBuitenEer } from './doorgifte-buiten-eer.js';
import { dpiaOntbreekt } from './dpia-ontbreekt.js';
import { eigenCodeNietOpen } from './eigen-code-niet-open.js';
import { endpointOnbekend } from './endpoint-onbekend.js';
import { endpointZonderContract } from './endpoint-zonder-contract.js';
import { exitStrategieOntbreekt } from './exit-strategie-ontbreekt.js';
import { fgAdviesOntbreekt } from './fg-advies-ontbreekt.js';
import { gebruikersinstructieOntbreekt } from './gebruikersinstructie-ontbreekt.js';
import { iamaOntbreekt } from './iama-ontbreekt.js';
import { inkoopvoorwaardenOntbreken } from './inkoopvoorwaarden-ontbreken.js';
import { menselijkToezichtOntbreekt } from './menselijk-toezicht-ontbreekt.js';
import { negerenOngeldig } from './negeren-ongeldig.js';
import { openSourceTenzij } from './open-source-tenzij.js';
import { persoonsgegevensInPrompt } from './persoonsgegevens-in-prompt.js';
import type { Check } from './place.js';
import { risicoanalyseConcept } from './risicoanalyse-concept.js';
import { risicoanalyseVerlopen } from './risicoanalyse-verlopen.js';
import { sleutelInCode } from './sleutel-in-code.js';
import { toepassingNietGeregistreerd } from './toepassing-niet-geregistreerd.js';
import { toepassingZonderGebruik } from './toepassing-zonder-gebruik.js';
import { transparantieOntbreekt } from './transparantie-ontbreekt.js';
import { verwijzingOnvindbaar } from './verwijzing-onvindbaar.js';

/** Every check, in the order in which findings of one place are shown. */
export const allChecks: readonly Check[] = [
  aiVerantwoordingOngeldig,
  sleutelInCode,
  persoonsgegevensInPrompt,
  consumentendienst,
  endpointZonderContract,
  endpointOnbekend,
  dpiaOntbreekt,
  iamaOntbreekt,
  verwijzingOnvindbaar,
  risicoanalyseConcept,
  risicoanalyseVerlopen,
  fgAdviesOntbreekt,
  cioAdviesOntbreekt,
  menselijkToezichtOntbreekt,
  inkoopvoorwaardenOntbreken,
  algoritmeregisterOntbreekt,
  transparantieOntbreekt,
  openSourceTenzij,
  doorgifteBuitenEer,
  exitStrategieOntbreekt,
  gebruikersinstructieOntbreekt,
  toepassingNietGeregistreerd,
  toepassingZonderGebruik,
  eigenCodeNietOpen,
  aiAssistentNietGeregistreerd,
  negerenOngeldig,
];
