const test = /(?:^|[/_.-])(?:tests?|specs?|__tests__|mocks?)(?:[/_.-]|$)|Tests?\.[a-z]+$|(?:^|\/)database\/factories\//;
/** Where Maven, Gradle and sbt keep what is no test, whatever a package is called: `nl.gemeente.app_test`. */
const mainSources = /^.*\/?src\/main\/(?:java|kotlin|scala|groovy)\/(?:.*\/)?/;

/** Whether a file tests: what it names is an expectation or a stand-in, what it calls it calls. */
export function isTestPath(path: string): boolean {
  // A notebook `generate_test_cases.ipynb` tests nothing.
  if (path.endsWith('.ipynb')) return test.test(path.slice(0, path.lastIndexOf('/') + 1));
  return test.test(path.includes('src/main/') ? path.replace(mainSources, '') : path);
}
