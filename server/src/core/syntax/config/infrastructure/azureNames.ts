import type { SettingFact } from '../../fact.js';
import type { FactsBuilder } from '../factsBuilder.js';
import type { ScalarNode } from '../tree.js';

/** The type of a resource of Azure, CloudFormation or a connection, with its version. */
export const resourceType = /^(?:Microsoft\.\w+(?:\/\w+)+(?:@[\w-]+)?|(?:AWS|Custom)(?:::\w+)+|azure_open_ai)$/;

/** A role of Azure, which every subscription calls the same. */
export const identifier = /\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/i;

/** The fixed identifier of a role: as it stands, or in the variable or the declared role that stands there. */
export function identifierIn(value: ScalarNode, out: FactsBuilder): string | undefined {
  const here = identifier.exec(value.value)?.[0];
  if (here !== undefined || !value.expression) return here;
  // `subscriptionResourceId('Microsoft.Authorization/roleDefinitions', openAiUserRoleId)`: a word of it is that name.
  for (const [word] of value.value.slice(0, 500).matchAll(/(?<!['\w/.])[A-Za-z_]\w*(?![\w(/'])/g)) {
    const found = identifier.exec(bicepValue(word, out) ?? '')?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a parameter of Bicep is by default, a variable of it is, or a role that is declared as existing is called. */
export function bicepValue(name: string, { settings }: FactsBuilder): string | undefined {
  const isIt = ({ path }: SettingFact) =>
    path.length === 2
      ? path[1] === name && /^(?:param|var)$/.test(path[0] ?? '')
      : path.length === 4 && path[2] === name && path[3] === 'name' && path[1]?.endsWith('/roleDefinitions') === true;
  return settings.find(isIt)?.value;
}

/** `[parameters('kind')]` of ARM: what the parameter is by default, in the template that was read last. */
export function armValue(value: string, { settings }: FactsBuilder): string {
  const name = /^\[parameters\('(\w+)'\)\]$/.exec(value)?.[1];
  if (name === undefined) return value;
  const isIt = ({ path }: SettingFact) =>
    path.at(-1) === 'defaultValue' && path.at(-2) === name && path.at(-3) === 'parameters';
  return settings.findLast(isIt)?.value ?? value;
}
