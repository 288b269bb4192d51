import type { FileFacts, SettingFact } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import type { Sections } from './sections.js';

/** Under a section of Azure's, or filled from a variable that says so: `Azure__OpenAIKey`, `${AZURE_OPENAI_SERVICE}`. */
export function isOfAzure({ path, value, reference }: SettingFact, { catalogue }: FileContext): boolean {
  if (path.some((key) => /^azure(?:[-_]?(?:open)?ai)?$/i.test(key.split(/[.:]|__/, 1)[0] as string))) return true;
  const name = reference === true ? /[A-Z][A-Z0-9_]{5,}/.exec(value)?.[0] : undefined;
  return name !== undefined && catalogue.environment.exactly(name)?.provider === 'azure-openai';
}

/**
 * What Bicep passes on about OpenAI's models and where they are, under a name of the project's own, is of what it builds;
 * not where the project has the same of Azure's beside it: `OPENAI_DEPLOYMENT` and `AZURE_OPENAI_DEPLOYMENT`.
 */
export function isDeployed(key: string, sections: Sections, { language, settings }: FileFacts): boolean {
  if (language !== 'bicep' || !/model|deployment|endpoint/i.test(key) || /openai_?com/i.test(key)) return false;
  sections.azureKeys ??= new Set(settings.map(({ path }) => squashed(path.at(-1) ?? '')));
  return !sections.azureKeys.has(`azure${squashed(key)}`);
}

const squashed = (key: string): string => key.replace(/[-_]/g, '').toLowerCase();

/** A deployment that is called after its model: `GPT35TURBO16K`. */
export const likeGpt = /gpt-?[345]/i;

/** The name of a resource that deploys a model: what calls ask for. */
export function deploymentOwner(
  { path, value, reference }: SettingFact,
  { catalogue }: FileContext,
): string | undefined {
  const [, type = '', , key] = path;
  const isName = reference !== true || (value.includes('${') && likeGpt.test(value));
  const isNameOf = path.length === 4 && path[0] === 'resource' && key === 'name' && isName;
  return isNameOf && /deployments?$/i.test(type) ? catalogue.resources.get(type.toLowerCase()) : undefined;
}

/** `module "openai"` of Terraform, beside what is Azure's. */
export function isModuleInAzure({ path }: SettingFact, sections: Sections, facts: FileFacts): boolean {
  return facts.language === 'hcl' && path[0] === 'module' && inAzure('openai', sections, facts) === 'azure-openai';
}

/** OpenAI's models in Azure's own infrastructure files are Azure's. */
export function inAzure(provider: string | undefined, sections: Sections, facts: FileFacts): string | undefined {
  if (provider !== 'openai') return provider;
  sections.isAzure ??=
    facts.language === 'bicep' ||
    facts.resources.some(({ name }) => /^(?:azurerm_|azapi_|Microsoft\.)/.test(name)) ||
    (facts.language === 'hcl' && facts.settings.some(({ value }) => value.startsWith('azurerm_')));
  return sections.isAzure ? 'azure-openai' : provider;
}
