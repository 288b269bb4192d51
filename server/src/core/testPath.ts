const test = /(?:^|[/_.-])(?:tests?|specs?|__tests__|mocks?)(?:[/_.-]|$)|Tests?\.[a-z]+$|(?:^|\/)database\/factories\//;
/** Where Maven, Gradle and sbt keep what is no test, whatever a package is called: `nl.gemeente.app_test`. */
const mainSources = /^.*\/?src\/main\/(?:java|kotlin|scala|groovy)\/(?:.*\/)?/;

/** Whether a file tests: what it names is an expectation or a stand-in, what it calls it calls. */
export function isTestPath(path: string): boolean {
  // A notebook `generate_test_cases.ipynb` tests nothing.
  if (path.endsWith('.ipynb')) return test.test(folderOf(path));
  // A script `proef-test.ps1` tries what it calls; Pester's tests have a name of their own.
  if (/\.(?:ps1|sh|bash|bat|cmd)$/.test(path)) return /\.tests\.ps1$/i.test(path) || test.test(folderOf(path));
  return test.test(path.includes('src/main/') ? path.replace(mainSources, '') : path);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
