import { noteFix } from './note.js';

/** Puts at a use case how people know that it is AI, to be filled in. */
export const recordDisclosure = noteFix({
  id: 'record-disclosure',
  checks: ['transparantie-ontbreekt'],
  except: ['nog-invullen'],
  of: 'useCase',
  title: 'fix-transparantie',
  keys: () => [[['transparantie'], 'invullen-transparantie']],
});
