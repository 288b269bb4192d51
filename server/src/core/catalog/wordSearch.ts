/**
 * Looks for any of many words in bytes. Of each word the four bytes that are rarest in code are looked up, at every
 * second place of the text, and the word itself is compared only where they stand: half the steps of a machine that
 * takes in every byte (Aho-Corasick), two of them for one look at the text, in a table that fits the cache.
 */
export class WordSearch {
  /** By hash of four bytes the last entry with that hash; 0 is none. */
  private readonly heads = new Uint16Array(1 << hashBits);
  /** The entry before it with the same hash. */
  private readonly before: Uint16Array;
  private readonly four: Int32Array;
  private readonly words: Uint8Array[] = [];
  /** Of each entry its word, and how far in the word its four bytes begin. */
  private readonly wordOf: Uint16Array;
  private readonly offsetOf: Uint8Array;
  private entries = 0;

  /** Words of four to 255 bytes. */
  constructor(words: readonly string[]) {
    const encoder = new TextEncoder();
    for (const word of words) this.words.push(encoder.encode(word));
    const shortest = this.words.filter(({ length }) => length === 4).length;
    const most = 1 + this.words.length * 2 + shortest * 256;
    this.before = new Uint16Array(most);
    this.four = new Int32Array(most);
    this.wordOf = new Uint16Array(most);
    this.offsetOf = new Uint8Array(most);
    this.words.forEach((word, index) => this.enter(word, index));
  }

  test(bytes: Uint8Array): boolean {
    const { heads } = this;
    const whole = foursIn(bytes);
    let before = 0;
    for (let index = 0; index < whole.length; index++) {
      const four = whole[index] as number;
      const between = (before >>> 16) | (four << 16);
      before = four;
      if (((heads[hashOf(between)] as number) | (heads[hashOf(four)] as number)) === 0) continue;
      if (this.beginsAt(bytes, index * 4 - 2, between) || this.beginsAt(bytes, index * 4, four)) return true;
    }
    // Up to three bytes are left; of what would come behind them a word of four has an entry for nothing too.
    const end = whole.length * 4;
    const rest = fourAt(bytes, end);
    return this.beginsAt(bytes, end - 2, (before >>> 16) | (rest << 16)) || this.beginsAt(bytes, end, rest);
  }

  /** Whether a word stands here that has these four bytes at this place. */
  private beginsAt(bytes: Uint8Array, at: number, four: number): boolean {
    for (let entry = this.heads[hashOf(four)] as number; entry !== 0; entry = this.before[entry] as number)
      if (this.four[entry] === four && this.stands(bytes, at, entry)) return true;
    return false;
  }

  /** Four bytes at an even and at an odd place of the word: wherever it stands, one of them is at an even place. */
  private enter(word: Uint8Array, index: number): void {
    if (word.length > 4) {
      const start = rarestFive(word);
      this.put(fourAt(word, start), index, start);
      this.put(fourAt(word, start + 1), index, start + 1);
      return;
    }
    // With four bytes only, an odd place shows three of them and whatever comes behind.
    this.put(fourAt(word, 0), index, 0);
    const last = ((word[1] as number) | ((word[2] as number) << 8) | ((word[3] as number) << 16)) >>> 0;
    for (let any = 0; any < 256; any++) this.put(last | (any << 24), index, 1);
  }

  private put(four: number, word: number, offset: number): void {
    const entry = ++this.entries;
    const hash = hashOf(four);
    this.before[entry] = this.heads[hash] as number;
    this.four[entry] = four;
    this.wordOf[entry] = word;
    this.offsetOf[entry] = offset;
    this.heads[hash] = entry;
  }

  private stands(bytes: Uint8Array, at: number, entry: number): boolean {
    const word = this.words[this.wordOf[entry] as number] as Uint8Array;
    const from = at - (this.offsetOf[entry] as number);
    if (from < 0 || from + word.length > bytes.length) return false;
    for (let index = 0; index < word.length; index++) if (bytes[from + index] !== word[index]) return false;
    return true;
  }
}

const hashBits = 17;

function hashOf(four: number): number {
  return Math.imul(four, 0x9e3779b1) >>> (32 - hashBits);
}

/** The four bytes from a place on, the first one lowest; nothing counts as 0. */
function fourAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

const isLowestFirst = new Uint8Array(new Int32Array([1]).buffer)[0] === 1;

/** The bytes four at a time, as far as there are four; where they lie well they need not be copied. */
function foursIn(bytes: Uint8Array): Int32Array {
  const count = bytes.length >>> 2;
  if (isLowestFirst && bytes.byteOffset % 4 === 0) return new Int32Array(bytes.buffer, bytes.byteOffset, count);
  return Int32Array.from({ length: count }, (_, index) => fourAt(bytes, index * 4));
}

/** Letters and signs of code, roughly from common to rare; what is not here is rarer still. */
const byFrequency = ' etaonirsldcumpfg.htby"_-:/vw\',=()kxE1SAT0CIRNj2LDOqPMU3zF45BG86V79HWXYKJQZ';
const rarity = new Uint8Array(256).fill(byFrequency.length);
for (let rank = 0; rank < byFrequency.length; rank++) rarity[byFrequency.charCodeAt(rank)] = rank;

/** What fills all code; four letters of these say little. */
const usual =
  ' import from library( require( using use npm: https://api. https://github.com/ .com/ org. com.google. public static ' +
  'final private void return function class interface extends implements expect assert throw new this. self. ==== ---- ' +
  '**** #### _MODEL _API_KEY _BASE_URL _ENDPOINT model- client generate generator Client Generator configuration Request ' +
  'Response Exception create Create service Service message Message image text Text completion async stream Stream ' +
  'default enabled provider publication application indicates duplicate administrator registry restriction structure ' +
  'instruction constructor Constructor transform information performance other either together without within with With ' +
  'this that native active alternative relative iteration transaction transition content Content continue container ' +
  'controller context framework network workflow light right height complete Complete compile comparison author ' +
  'authentication version conversion reverse workspace order code encode decode instance distance balance config .conf ' +
  '.context match batch watch patch CONFIGURATION ACTION OPTION description subscription script language table stable ' +
  'software multiple recipient never locked docker member embedded comment command Command common start restart domain ' +
  'admin document package storage source resource search server user access address process progress success report ' +
  'support reply replace simple update template value variable parameter argument';

const usualFours = foursOf(new TextEncoder().encode(usual));

function foursOf(bytes: Uint8Array): ReadonlySet<number> {
  const fours = new Set<number>();
  for (let at = 0; at + 4 <= bytes.length; at++) fours.add(fourAt(bytes, at));
  return fours;
}

/** Where in a word the five bytes begin of which the two fours are rarest. */
function rarestFive(word: Uint8Array): number {
  let best = 0;
  let highest = -1;
  let here = rankOf(word, 0);
  for (let start = 0; start + 5 <= word.length; start++) {
    const next = rankOf(word, start + 1);
    if (Math.min(here, next) > highest) [best, highest] = [start, Math.min(here, next)];
    here = next;
  }
  return best;
}

function rankOf(word: Uint8Array, at: number): number {
  let rank = usualFours.has(fourAt(word, at)) ? 0 : 1000;
  for (let index = at; index < at + 4; index++) rank += rarity[word[index] as number] as number;
  return rank;
}
