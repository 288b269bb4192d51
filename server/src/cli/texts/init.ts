import type { Language } from '../../core/settings.js';

/** What `handreiking init` says and asks. */
export interface InitTexts {
  readonly about: string;
  readonly options: { readonly yes: string };
  exists(path: string): string;
  readonly nothingFound: string;
  readonly intro: string;
  readonly organisation: string;
  readonly profile: string;
  grounding(endpoint: string): string;
  readonly reference: string;
  purpose(useCase: string, patterns: string, providers: string): string;
  readonly notAChoice: string;
  made(path: string, useCases: number, endpoints: number): string;
  toFillIn(number: number): string;
  readonly next: string;
}

const nl: InitTexts = {
  about: 'Maak een eerste ai-verantwoording.yml van wat er in een map is gevonden.',
  options: { yes: 'stel geen vragen' },
  exists: (path) =>
    `${path} is er al en wordt niet overschreven. Met "handreiking fix" vult u aan wat er nog niet in staat.`,
  nothingFound: 'Er is geen gebruik van generatieve AI gevonden. Er valt nu niets vast te leggen.',
  intro: 'Een paar vragen. Met Enter slaat u een vraag over, met Ctrl+D de rest: u vult het dan later in.',
  organisation: 'Naam van uw organisatie: ',
  profile:
    'Welk beleid volgt u?\n  1  overheidsbreed-2025 (standaard)\n  2  rijk-2023 (voorlopig standpunt voor het Rijk)\nKeuze: ',
  grounding: (endpoint) =>
    `Waarop rust het gebruik van ${endpoint}?\n  1  een contract\n  2  eigen beheer\n  3  een dienst van de overheid\nKeuze (Enter: weet ik nog niet): `,
  reference: 'Kenmerk van het contract: ',
  purpose: (useCase, patterns, providers) => `Waarvoor gebruikt u ${providers} in ${patterns}? (${useCase}) `,
  notAChoice: 'Kies een van de cijfers, of druk op Enter.',
  made: (path, useCases, endpoints) =>
    `${path} is gemaakt: ${times(useCases, 'toepassing', 'toepassingen')}, ${times(endpoints, 'endpoint', 'endpoints')}.`,
  toFillIn: (number) => `${times(number, 'plek', 'plekken')} met INVULLEN ${number === 1 ? 'wacht' : 'wachten'} op u:`,
  next: 'Kijk na of de indeling klopt. Wat daarna nog ontbreekt, ziet u met "handreiking scan".',
};

const en: InitTexts = {
  about: 'Make a first ai-verantwoording.yml of what is found in a folder.',
  options: { yes: 'ask no questions' },
  exists: (path) =>
    `${path} is there already and is not overwritten. "handreiking fix" adds what does not stand in it yet.`,
  nothingFound: 'No use of generative AI was found. There is nothing to record now.',
  intro: 'A few questions. Enter skips one, Ctrl+D all that follow: you can fill them in later.',
  organisation: 'Name of your organisation: ',
  profile:
    'Which policy do you follow?\n  1  overheidsbreed-2025 (default)\n  2  rijk-2023 (provisional position for central government)\nChoice: ',
  grounding: (endpoint) =>
    `On what does the use of ${endpoint} rest?\n  1  a contract\n  2  own management\n  3  a government service\nChoice (Enter: not known yet): `,
  reference: 'Reference of the contract: ',
  purpose: (useCase, patterns, providers) => `What do you use ${providers} for in ${patterns}? (${useCase}) `,
  notAChoice: 'Choose one of the digits, or press Enter.',
  made: (path, useCases, endpoints) =>
    `${path} was made: ${times(useCases, 'use case', 'use cases')}, ${times(endpoints, 'endpoint', 'endpoints')}.`,
  toFillIn: (number) =>
    `${times(number, 'place', 'places')} with INVULLEN (to be filled in) ${number === 1 ? 'waits' : 'wait'} for you:`,
  next: 'Please check that the division is right. "handreiking scan" shows what is still missing.',
};

function times(number: number, one: string, more: string): string {
  return `${String(number)} ${number === 1 ? one : more}`;
}

export const initTexts: Readonly<Record<Language, InitTexts>> = { nl, en };
