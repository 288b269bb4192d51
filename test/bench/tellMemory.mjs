import { writeSync } from 'node:fs';

// Loaded before the measured program: at its end it tells the largest size in memory, on a channel of its own.
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS * 1024)));
