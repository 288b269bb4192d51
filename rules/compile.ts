import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { providerSchema, type Provider } from '../server/src/core/catalog/schema.js';
import type { PolicyRules } from '../server/src/core/checks/schema.js';
import { compilePolicy, type RuleSource } from './compilePolicy.js';

/** Reads, validates and joins everything under `rules/`; throws with file and key where something is wrong. */
export function compileRules(folder: string): { providers: Provider[] } & PolicyRules {
  return {
    providers: compileProviders(join(folder, 'providers')),
    ...compilePolicyFolder(folder),
  };
}

/** The policy, the checks and the texts alone. */
export function compilePolicyFolder(folder: string): PolicyRules {
  return compilePolicy({
    policy: sourcesIn(join(folder, 'policy')),
    checks: sourcesIn(join(folder, 'checks')),
    texts: parse(readFileSync(join(folder, 'texts.yaml'), 'utf8')),
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
