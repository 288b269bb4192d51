import { writeFileSync } from 'node:fs';
import { theTriggerWords } from '../../server/src/core/catalog/trigger.js';

// Writes the words that decide which files are read, one a line, into the file that it is given: ripgrep's patterns.
const [, , file] = process.argv;
if (file === undefined) throw new Error('usage: words.mjs <file>');
writeFileSync(file, `${theTriggerWords().join('\n')}\n`);
