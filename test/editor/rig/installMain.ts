import { cacheFolder } from './cache.js';
import { installRig } from './install.js';

console.log(`editor for the tests, in ${cacheFolder()}`);
await installRig();
console.log('  ready');
