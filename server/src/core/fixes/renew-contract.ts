import { noteFix } from './note.js';

/** Where a contract has passed its date: until when does the one after it hold? */
export const renewContract = noteFix({
  id: 'renew-contract',
  checks: ['endpoint-zonder-contract'],
  except: ['public', 'host', 'tenant', 'tenant-onbekend', 'tenant-variabele'],
  of: 'endpoint',
  preferred: false,
  title: 'fix-nieuw-contract',
  keys: () => [
    [['contract', 'kenmerk'], 'invullen-kenmerk'],
    [['contract', 'geldig-tot'], 'invullen-geldig-tot'],
  ],
});
