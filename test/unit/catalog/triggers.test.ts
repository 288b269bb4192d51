import assert from 'node:assert/strict';
import rules from 'handreiking:rules';
import { modulesOf } from '../../../server/src/core/catalog/modules.js';
import { hasTrigger } from '../../../server/src/core/catalog/trigger.js';

const encoder = new TextEncoder();

/** How a line takes a module in. */
const taken: Readonly<Record<string, (module: string) => readonly string[]>> = {
  python: (module) => [`import ${module}\n`, `from ${module} import x\n`, `from ${module}.y import x\n`],
  javascript: (module) => [`import x from '${module}';`, `const x = require("${module}");`, `import '${module}';`],
  java: (module) => [`import ${module}.X;`],
  csharp: (module) => [`using ${module};`],
  go: (module) => [`\t"${module}"\n`],
  ruby: (module) => [`require '${module}'\n`, `require "${module}"\n`],
  rust: (module) => [`use ${module.replaceAll('.', '::')}::X;`],
  r: (module) => [`library(${module})\n`, `${module}::x()\n`],
  swift: (module) => [`import ${module}\n`],
  dart: (module) => [`import '${module.includes('.dart') ? module : `${module}/x.dart`}';`],
};

describe('the words that open a file', () => {
  for (const [language, lines] of Object.entries(taken))
    it(`open it for every module of ${language}`, () => {
      const modules = rules.providers.flatMap((provider) => modulesOf(provider)[language as 'python'] ?? []);
      const closed = modules
        .filter((module) => !/[!*]/.test(module))
        .flatMap((module) => lines(module))
        .filter((line) => !hasTrigger(encoder.encode(`\n${line}`)));
      assert.ok(modules.length > 5);
      assert.deepEqual(closed, []);
    });
});

/** How a manifest that is not always read names a package. */
const listed: Readonly<Record<string, (name: string) => readonly string[]>> = {
  npm: (name) => [`"${name}": "^1.0.0"`],
  composer: (name) => [`"${name}": "^1.0"`],
  nuget: (name) => [`<PackageReference Include="${name}" Version="1.0.0" />`],
  go: (name) => [`require ${name} v1.0.0`],
  pub: (name) => [`  ${name}: ^1.0.0`],
  maven(name) {
    const [group = '', artifact = ''] = name.split(':');
    return [`<groupId>${group}</groupId>\n<artifactId>${artifact}</artifactId>`, `implementation("${name}:1.0")`];
  },
};

describe('the words that open a manifest', () => {
  for (const [ecosystem, lines] of Object.entries(listed))
    it(`open it for every package of ${ecosystem}`, () => {
      const names = rules.providers.flatMap(({ packages }) => packages?.[ecosystem as 'npm'] ?? []);
      const closed = names
        .map((name) => name.replace('*', 'x'))
        .flatMap((name) => lines(name))
        .filter((line) => !hasTrigger(encoder.encode(`\n${line}`)));
      assert.ok(names.length > 5);
      assert.deepEqual(closed, []);
    });
});

/** Words of all code: one of them as a trigger, and a scan reads a whole repository in vain. */
const ofAllCode =
  'agent agents answer api assistant audio batch batches build cache call chat client close complete completion completions config configure connect content context create data default delete document edit embed embedding embeddings engine execute export fetch file files find generate get handle image images import index init input instance invoke key list load log message messages method model models name new next open option options output parse path predict process prompt provider publish query read register remove request response result retrieve return run runs search send service session set settings speech start state stop store stream string submit subscribe sync task text thread threads token tokens transform translate type update upload url use user value vector version video voice wait watch write';

describe('the words of the catalogue', () => {
  it('open no file that holds only words of all code', () => {
    const opening = ofAllCode
      .split(' ')
      .flatMap((word) => [word, `${word}(`, `.${word}(`, `"${word}"`, `'${word}'`, word.toUpperCase()])
      .filter((text) => hasTrigger(encoder.encode(`  ${text}  `)));
    assert.deepEqual(opening, []);
  });
});
