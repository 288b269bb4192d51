import { stat } from 'node:fs/promises';
import path from 'node:path';
import { packExtension } from './rig/pack.js';

const file = await packExtension();
console.log(`${path.basename(file)}, ${((await stat(file)).size / 1000).toFixed(0)} kB`);
