import type { FileFacts, ImportFact } from '../../syntax/fact.js';

/** What a file imports, but for modules that the project has itself. */
export function importsOf(facts: FileFacts): ImportFact[] {
  return [
    ...facts.imports.filter(({ module, isTested }) => isTested !== true && !isOwn(module, facts)).flatMap(ofCdk),
    ...libraries(facts),
  ];
}

/** `import { aws_bedrock as bedrock } from 'aws-cdk-lib'`: each name is a module, as `aws-cdk-lib/aws-bedrock` is. */
function ofCdk(each: ImportFact): ImportFact | ImportFact[] {
  if (each.module !== 'aws-cdk-lib') return each;
  return each.names.map(({ name, alias }) => ({
    ...each,
    module: `${each.module}/${name.replaceAll('_', '-')}`,
    names: [],
    alias,
  }));
}

/**
 * `mod openai;` of Rust's, folders of a package of Dart's, and of the JVM's what lies where the vendor's own code does,
 * but for what shows how to use it.
 */
function isOwn(module: string, { language, path, declared }: FileFacts): boolean {
  if (language === 'dart') return /^package:\w+\/(?!src\/)[\w-]+\//.test(module);
  const parts = module.split('.', 3);
  if (language === 'rust') return declared?.has(parts[0] as string) === true;
  return (
    ofJvm.has(language) &&
    parts.length === 3 &&
    `/${path}`.includes(`/${parts.join('/')}/`) &&
    !/sample|example|demo|voorbeeld/i.test(path)
  );
}

const ofJvm: ReadonlySet<string> = new Set(['java', 'kotlin', 'scala']);

/** `library(ellmer)` of R and `require "openai"` of Ruby are calls, but they import. */
function libraries(facts: FileFacts): ImportFact[] {
  if (facts.language !== 'r' && facts.language !== 'ruby') return [];
  const imports =
    facts.language === 'ruby' ? /^require$/ : /^(?:library|require|(?:require|load)Namespace|(?:pacman\W+)?p_load)$/;
  return facts.calls.flatMap(({ callee, args, span }) => {
    if (!imports.test(callee)) return [];
    return args.slice(0, callee.endsWith('p_load') ? args.length : 1).flatMap(({ name, value }): ImportFact[] => {
      const module = value.t === 'string' ? value.value : value.t === 'name' ? value.path : undefined;
      if (module === undefined || (name !== undefined && name !== 'package')) return [];
      // What only is loaded has its names behind its own: `ellmer::chat_openai`.
      const names = callee.endsWith('Namespace') ? [] : [{ name: '*', alias: '*', span: value.span }];
      return [{ module, names, span, moduleSpan: value.span }];
    });
  });
}
