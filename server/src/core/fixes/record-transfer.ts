import { noteFix } from './note.js';

/** Puts at an endpoint why data may leave the EEA, to be filled in. */
export const recordTransfer = noteFix({
  id: 'record-transfer',
  checks: ['doorgifte-buiten-eer'],
  except: ['nog-invullen', 'nog-invullen-regio-eer'],
  of: 'endpoint',
  title: 'fix-doorgifte',
  keys: () => [[['doorgifte'], 'invullen-doorgifte']],
});
