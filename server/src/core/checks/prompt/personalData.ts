import { lists } from '../../catalog/lists.js';

/** What personal data a text or a name shows: the BSN has rules of its own. */
export type PersonalKind = 'bsn' | 'persoonsgegeven';

const citizenNumbers = new Set(lists.citizenNumbers);
const personal = new Set(lists.personalData);

/** Words that say that a name is about the data, or about a shape without it: `bsn_masked`, `zonder_bsn`, `is_bsn_valid`. */
const harmless =
  /^(?:masked?|maske?r(?:ed)?|gemaskeerde?|anonie(?:m|me)|anonymi[sz]ed?|geanonimiseerde?|pseudonym(?:i[sz]ed)?|hash(?:ed)?|redacted|encrypted|zonder|without|no|geen|has|heeft|is|regex|pattern|patroon|schema|column|kolom|field|veld|label|validat(?:or|e|ie)|instructie|instruction|prompt|template|fake|dummy)$/;

/** Behind the name of the data itself: `bsn_nummer`, `geboortedatumTekst`. */
const endings = /^(?:nummer|nr|number|value|waarde|str|string|text|tekst|raw)$/;

/** The kind of data that a variable, field or getter holds by its name. */
export function kindOfName(name: string): PersonalKind | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  if (words.some((word) => harmless.test(word))) return undefined;
  for (; words.length > 0; words.pop()) {
    for (let length = 1; length <= Math.min(words.length, 4); length++) {
      const tail = words.slice(-length).join('');
      if (citizenNumbers.has(tail)) return 'bsn';
      if (personal.has(tail)) return 'persoonsgegeven';
    }
    if (!endings.test(words.at(-1) as string)) return undefined;
  }
  return undefined;
}

/** Whether a text holds a number that can be a BSN: nine digits, dots or spaces allowed, that pass the eleven-test. */
export function holdsCitizenNumber(text: string): boolean {
  return citizenNumberIn(text) !== undefined;
}

export function citizenNumberIn(text: string): { readonly start: number; readonly end: number } | undefined {
  for (const match of text.matchAll(
    /(?<![\d.,-])(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?![\d,-]|\.\d)/g,
  )) {
    if (passesElevenTest(match[0].replace(/\D/g, '')))
      return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** 9·a + 8·b + … + 2·h − i is a multiple of eleven; numbers of one digit repeated were never given out. */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^(\d)\1+$/.test(digits) || digits.startsWith('00')) return false;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0;
}
