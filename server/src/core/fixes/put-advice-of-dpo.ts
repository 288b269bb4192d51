import { noteFix } from './note.js';

/** Puts the date of the advice of the FG at a use case, to be filled in. */
export const putAdviceOfDpo = noteFix({
  id: 'put-advice-of-dpo',
  checks: ['fg-advies-ontbreekt'],
  except: ['nog-invullen'],
  of: 'useCase',
  title: 'fix-advies-fg',
  keys: () => [[['advies', 'fg'], 'invullen-datum']],
});
