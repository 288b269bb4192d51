import { noteFix } from './note.js';

/** Puts training or instruction at a use case, to be filled in. */
export const recordInstruction = noteFix({
  id: 'record-instruction',
  checks: ['gebruikersinstructie-ontbreekt'],
  except: ['nog-invullen'],
  of: 'useCase',
  title: 'fix-instructie',
  keys: () => [[['gebruikersinstructie'], 'invullen-instructie']],
});
