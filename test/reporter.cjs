// Mocha's own reporter, which also leaves its counts for `test/run.mjs`, from whichever process the suite runs in.
/* eslint-disable @typescript-eslint/no-require-imports -- mocha loads a reporter by `require` */
const { appendFileSync } = require('node:fs');
const Mocha = require('mocha');

module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const file = process.env.HANDREIKING_RESULTS;
      const { passes, failures, pending } = this.stats;
      if (file) appendFileSync(file, `${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}\n`);
    });
  }
};
