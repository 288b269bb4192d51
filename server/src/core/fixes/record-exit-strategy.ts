import { noteFix } from './note.js';

/** Puts the exit strategy at an endpoint, to be filled in. */
export const recordExitStrategy = noteFix({
  id: 'record-exit-strategy',
  checks: ['exit-strategie-ontbreekt'],
  except: ['nog-invullen'],
  of: 'endpoint',
  title: 'fix-exit',
  keys: () => [[['exit-strategie'], 'invullen-exit']],
});
