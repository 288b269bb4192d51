import { noteFix } from './note.js';

/** Puts the address in the Algoritmeregister at a use case, to be filled in. */
export const recordRegisterEntry = noteFix({
  id: 'record-register-entry',
  checks: ['algoritmeregister-ontbreekt'],
  except: ['nog-invullen'],
  of: 'useCase',
  title: 'fix-register',
  keys: () => [[['algoritmeregister'], 'invullen-register']],
});
