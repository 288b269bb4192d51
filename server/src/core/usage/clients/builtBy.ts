import type { SettingFact } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import type { Sections } from '../configuration/sections.js';

/**
 * Whose the resource is that a setting belongs to, in Terraform and CloudFormation: `foundation_model = var.model`,
 * `FoundationModel: !Ref Model`.
 */
export function builtBy(
  { path }: SettingFact,
  sections: Sections,
  { facts, catalogue }: FileContext,
): string | undefined {
  const [top, first = '', second = ''] = path;
  const isTerraform = top === 'resource' && facts.language === 'hcl';
  const isTemplate = top === 'Resources' && second === 'Properties';
  if (!isTerraform && !isTemplate) return undefined;
  const type = isTerraform ? first : sections.typeOf(first, facts);
  return catalogue.resources.get(type.toLowerCase());
}
