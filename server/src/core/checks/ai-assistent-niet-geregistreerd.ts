import type { Governing } from '../accountability/accountability.js';
import { isFilled } from './recordedText.js';
import type { Usage } from '../usage/usage.js';
import type { Check, FilePlace } from './place.js';
import { providerById, providerName } from './rules.js';

/** An AI coding assistant or MCP server in the configuration that no contract covers: once an assistant and project. */
export const aiAssistentNietGeregistreerd: Check = {
  id: 'ai-assistent-niet-geregistreerd',
  over: 'file',
  *test(place) {
    const told = new Set<string>();
    for (const usage of place.usages) {
      const { provider } = usage;
      if (usage.kind !== 'assistant' || told.has(provider)) continue;
      told.add(provider);
      if (isToldElsewhere(usage, place)) continue;
      if (place.governing !== undefined && isRecorded(provider, place.governing)) continue;
      // Recorded, but with something left to be filled in.
      const isNoted = (place.governing?.assistants ?? []).some(
        ({ data }) =>
          squash(data.naam) === squash(providerName(provider)) || (isGeneric(provider) && !isFilled(data.naam)),
      );
      const variant = isNoted
        ? 'nog-invullen'
        : provider === 'mcp'
          ? 'mcp'
          : isGeneric(provider)
            ? 'instructie'
            : 'default';
      yield { variant, values: { assistent: providerName(provider) }, range: usage.range, usage };
    }
  },
};

/** An earlier file of the project has it too; instructions for any assistant are of the one that the project names. */
function isToldElsewhere({ provider, path }: Usage, { surroundings }: FilePlace): boolean {
  for (const other of surroundings?.paths() ?? []) {
    for (const one of surroundings?.usages(other) ?? []) {
      if (one.kind !== 'assistant') continue;
      if (
        one.provider === provider
          ? other < path
          : isGeneric(provider) && !isGeneric(one.provider) && one.provider !== 'mcp'
      )
        return true;
    }
  }
  return false;
}

/** Instructions that several assistants read: which one is used, they do not say. */
function isGeneric(provider: string): boolean {
  return provider === 'agents-md' || provider === 'coding-agents';
}

/** By name, in a list of the file: paths alone say nothing, since `**` claims every file. */
function isRecorded(provider: string, { assistants, endpoints, file }: Governing): boolean {
  const names = [provider, providerName(provider), providerById(provider)?.operator?.name].flatMap((name) =>
    name === undefined ? [] : [squash(name)],
  );
  const written = [
    ...assistants.flatMap(({ data }) => (isContracted(data) && isFilled(data.naam) ? [data.naam] : [])),
    ...endpoints.flatMap(({ id, data }) => (isContracted(data) ? [id, data.leverancier ?? ''] : [])),
  ].map(squash);
  // Instructions without an assistant of their own are covered as soon as one assistant is.
  if (isGeneric(provider) && assistants.some(({ data }) => isContracted(data) && isFilled(data.naam))) return true;
  if (written.some((one) => names.includes(one))) return true;
  const name = squash(providerName(provider));
  return file.useCases.some(({ id, data }) => squash(`${id} ${data.doel}`).includes(name));
}

function isContracted({
  grondslag,
  contract,
}: {
  grondslag: string;
  contract?: { kenmerk: string } | undefined;
}): boolean {
  return grondslag !== 'contract' || contract === undefined || isFilled(contract.kenmerk);
}

function squash(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
