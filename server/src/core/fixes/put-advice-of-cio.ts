import { noteFix } from './note.js';

/** Puts the date of the advice of the CIO at a use case, to be filled in. */
export const putAdviceOfCio = noteFix({
  id: 'put-advice-of-cio',
  checks: ['cio-advies-ontbreekt'],
  except: ['nog-invullen'],
  of: 'useCase',
  title: 'fix-advies-cio',
  keys: () => [[['advies', 'cio'], 'invullen-datum']],
});
