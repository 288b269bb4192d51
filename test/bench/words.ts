import { writeFileSync } from 'node:fs';
import { theTriggerWords } from '../../server/src/core/catalog/trigger.js';

// Writes the words that decide which files are read, one a line: the patterns that ripgrep gets.
writeFileSync(process.argv[2] ?? 'words.txt', `${theTriggerWords().join('\n')}\n`);
