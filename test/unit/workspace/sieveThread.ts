// The second thread of a scan, built beside the tests that start it.
import '../../../server/src/workspace/node/sieveThread.js';
