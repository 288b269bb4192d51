import { startNodeServer } from './startNode.js';

startNodeServer(process.argv.slice(2));
