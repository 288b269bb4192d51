import path from 'node:path';
import Mocha from 'mocha';

/** Entry of the tests that run inside the extension host, in whichever editor that is. */
export async function run(): Promise<void> {
  const reporter = process.env.HANDREIKING_REPORTER;
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, ...(reporter && { reporter: path.resolve(reporter) }) });
  // The bundle has no files for mocha to load; this makes `describe` and `it` for what is imported next.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./extension.js');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
