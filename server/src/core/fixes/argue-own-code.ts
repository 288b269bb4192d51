import { noteFix } from './note.js';

/** Puts in the file why the own source code is not open, to be filled in. */
export const argueOwnCode = noteFix({
  id: 'argue-own-code',
  checks: ['eigen-code-niet-open'],
  except: ['nog-invullen'],
  of: 'file',
  title: 'fix-eigen-code',
  keys: () => [[['eigen-code', 'tenzij'], 'invullen-eigen-code']],
});
