import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { providerSchema, type CompiledProvider, type Provider } from '../server/src/core/catalog/schema.js';
import { triggerWords } from '../server/src/core/catalog/triggerWords.js';
import type { PolicyRules } from '../server/src/core/checks/schema.js';
import { listsSchema, modelSchema, type Model } from '../server/src/core/catalog/listsSchema.js';
import { compilePolicy, type RuleSource } from './compilePolicy.js';
import { osiApproved } from './licences.js';

/** Reads, validates and joins everything under `rules/`; throws with file and key where something is wrong. */
export function compileRules(folder: string): CompiledRules {
  const providers = compileProviders(join(folder, 'providers'));
  return {
    // Where a fact was read, and what comes out of a service, is for who maintains the file; nothing is shown of it.
    providers: providers.map(({ sources: _, generates, ...provider }) => ({
      ...provider,
      ...(generates.length === 0 && { generatesNothing: true }),
    })),
    triggers: triggerWords(providers),
    // With the rest, because it packs to a tenth of its size.
    recordSchema: JSON.parse(readFileSync('schemas/ai-verantwoording.schema.json', 'utf8')) as unknown,
    ...compilePolicyFolder(folder),
  };
}

export interface CompiledRules extends PolicyRules {
  readonly providers: readonly CompiledProvider[];
  /** Words of which one stands in every file that is worth reading. */
  readonly triggers: readonly string[];
  readonly recordSchema: unknown;
}

/** The policy, the checks, the texts, the models and the lists: everything but the providers. */
export function compilePolicyFolder(folder: string): PolicyRules {
  return {
    ...compilePolicy({
      policy: sourcesIn(join(folder, 'policy')),
      checks: sourcesIn(join(folder, 'checks')),
      texts: parse(readFileSync(join(folder, 'texts.yaml'), 'utf8')),
    }),
    models: compileModels(join(folder, 'models')),
    lists: validate(listsSchema, parse(readFileSync(join(folder, 'lists.yaml'), 'utf8')), 'rules/lists.yaml'),
    licences: osiApproved(),
  };
}

function compileModels(folder: string): Model[] {
  const owners = new Map<string, string>();
  return sourcesIn(folder).map(({ name, data }) => {
    const model = validate(modelSchema, data, join(folder, name));
    if (model.id !== name) throw new Error(`${join(folder, name)}: the id is '${model.id}'`);
    for (const each of model.names) {
      const owner = owners.get(each);
      if (owner !== undefined) throw new Error(`rules/models: '${each}' is a name of ${owner} and of ${model.id}`);
      owners.set(each, model.id);
    }
    return model;
  });
}

function sourcesIn(folder: string): RuleSource[] {
  return yamlFiles(folder).map((file) => ({
    name: file.slice(0, -'.yaml'.length),
    data: parse(readFileSync(join(folder, file), 'utf8')),
  }));
}

function compileProviders(folder: string): Provider[] {
  const providers = yamlFiles(folder).map((file) => {
    const provider = validate(providerSchema, parse(readFileSync(join(folder, file), 'utf8')), join(folder, file));
    if (`${provider.id}.yaml` !== file) throw new Error(`${join(folder, file)}: the id is '${provider.id}'`);
    return provider;
  });
  const ids = new Set(providers.map((provider) => provider.id));
  for (const provider of providers) {
    for (const symbol of provider.symbols ?? []) {
      if (symbol.provider !== undefined && !ids.has(symbol.provider)) {
        throw new Error(`${provider.id}.yaml: '${symbol.names[0]}' reaches '${symbol.provider}', which is no provider`);
      }
    }
  }
  return providers;
}

export function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

export function validate<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
  return result.data;
}
