import { lastName } from '../names.js';
import type { FileFacts, LanguageId } from '../syntax/fact.js';
import { HOLE } from '../syntax/source/marks.js';
import type { EndpointStep } from './endpoint.js';
import { MAX_STEPS, type ResolveContext, type Resolved } from './resolved.js';

/** The value that the project's configuration gives to a variable, followed through references to others. */
export function fromConfiguration(
  name: string,
  from: string,
  context: ResolveContext,
  steps = 0,
): Resolved | undefined {
  const found = context.configuration.variable(name, from);
  return found && followReferences(found.value, found.path, context, steps + 1, [found.step], name);
}

const hasOptions: ReadonlySet<LanguageId> = new Set(['csharp', 'java', 'kotlin']);

/** A property of a class that the framework fills in from the project's configuration: `openAiProperties.endpoint`. */
export function fromOptions(
  property: string,
  { language, path }: FileFacts,
  context: ResolveContext,
  steps: number,
): Resolved | undefined {
  const found = hasOptions.has(language) ? context.configuration.option(property, path) : undefined;
  return found && followReferences(found.value, found.path, context, steps + 1, [found.step], lastName(property));
}

/** A configured value with its `${…}` filled in, as far as that goes. */
export function followReferences(
  value: string,
  path: string,
  context: ResolveContext,
  steps: number,
  way: readonly EndpointStep[],
  name: string,
): Resolved {
  if (steps > MAX_STEPS) return { source: 'unknown', way, variable: name };
  let variable = name;
  let passed = [...way];
  let isOpen = false;
  const text = value.replace(reference, (all, ...groups: (string | undefined)[]) => {
    const [braced, fallback, plain, github, azure, helm, python, terraform, symfony] = groups;
    const block = terraform ?? braced;
    const inBlock = inTerraform(block);
    const keyPath = helm ?? inBlock;
    const key = keyPath ?? braced ?? plain ?? github ?? azure ?? python ?? symfony ?? '';
    const named = (inBlock && block?.replace(/^\w+\./, '')) ?? key;
    const own =
      key === name
        ? undefined
        : keyPath !== undefined
          ? context.configuration.key(key, path)
          : lookUp(key, path, context);
    if (own) {
      const resolved = followReferences(own.value, own.path, context, steps + 1, [...passed, own.step], key);
      // A prefix or a region that Terraform fills in is no address by itself.
      if (inBlock === undefined || all === value) passed = [...resolved.way];
      if (resolved.value !== undefined) return resolved.value;
      variable = resolved.variable ?? named;
    } else {
      if (fallback !== undefined && fallback !== '') return fallback.replace(/^['"`]|['"`]$/g, '');
      variable = named;
    }
    isOpen = true;
    return HOLE;
  });
  const rest = text.replaceAll(HOLE, '').trim();
  if (isOpen && rest === '') return { source: 'unknown', way: passed, variable };
  // What code reads says how it was found, wherever that takes its own value from.
  const source = passed[0]?.kind === 'configuration' ? 'configuration' : 'environment';
  return { value: text, source, way: passed, variable };
}

/** Where Terraform says what `var.x` and `local.x` are. */
function inTerraform(name: string | undefined): string | undefined {
  const [, kind, key] = /^(var|local)\.(\w+)$/.exec(name ?? '') ?? [];
  if (key === undefined) return undefined;
  return kind === 'var' ? `variable.${key}.default` : `locals.${key}`;
}

function lookUp(key: string, path: string, context: ResolveContext) {
  return (
    context.configuration.variable(key, path) ?? (key.includes('.') ? context.configuration.key(key, path) : undefined)
  );
}

/** Bounded, because what never closes would be read anew from every place where it opens. */
const reference =
  /\$\{([A-Za-z_][\w.]*)(?![\w.])(?::?[-?+=]?([^}]{0,300}))?\}(?!\})|\$([A-Z][A-Z0-9_]+)|\$\{\{\s*(?:secrets|vars|env)\.(\w+)\s*\}\}|\$\((\w+)\)|\{\{-?\s*(?:tpl\s+)?\.Values\.([\w.]+)(?![\w.])[^}]{0,300}\}\}|^os\.environ\/(\w+)$|^((?:var|local)\.\w+)$|%env\((?:\w*:){0,5}(\w+)\)%/g;
