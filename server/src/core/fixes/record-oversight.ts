import { noteFix } from './note.js';

/** Puts human oversight at a use case, to be filled in. */
export const recordOversight = noteFix({
  id: 'record-oversight',
  checks: ['menselijk-toezicht-ontbreekt'],
  except: ['nog-invullen', 'onbekend'],
  of: 'useCase',
  title: 'fix-toezicht',
  keys: () => [[['menselijk-toezicht'], 'invullen-toezicht']],
});
