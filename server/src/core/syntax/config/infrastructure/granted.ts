import type { Span } from '../../../place.js';
import type { FactsBuilder } from '../factsBuilder.js';
import { type ConfigNode, nodeAt, scalarAt } from '../tree.js';
import { identifierIn, resourceType } from './azureNames.js';

/** Resources that do nothing but give someone a role, in Bicep and ARM, Terraform for Azure and for Google. */
const assignment = /\/roleAssignments$|_role_assignment$|_iam_(?:member|binding)$/i;
const roleKeys = ['roleDefinitionId', 'role_definition_name', 'role_definition_id', 'role'];

/**
 * What a resource is for where its type does not tell it: the role that it gives, the service of AWS that it brings into
 * one's own network or lets do something, what azapi makes. Told at its head, which is where a reader looks for the
 * resource; `own` is the name that the file gives it.
 */
export function addPurpose(type: string, body: ConfigNode, head: Span, out: FactsBuilder, own = ''): void {
  if (assignment.test(type)) addAssigned(body, lettersOf(own), head, out);
  else if (rights.test(type)) addRights(body, lettersOf(own), head, out);
  else if (attachment.test(type)) addAttached(scalarAt(body, 'policy_arn'), lettersOf(own), head, out);
  else if (type === 'aws_vpc_endpoint') addPrivateEndpoint(scalarAt(body, 'service_name'), head, out);
  else if (type === 'azapi_resource') addBuilt(scalarAt(body, 'type')?.value, body, head, out);
  // A chart of the project's own says no more than a variable does.
  else if (runs.test(type) || /^(?:\.|\$\{path)/.test(scalarAt(body, 'chart')?.value ?? ''))
    out.resource('resource', `runs:${own.toLowerCase().replaceAll('_', '-')}`, head);
}

/** What runs containers; which ones may stand in a variable, and then its name is all there is. */
const runs =
  /^(?:azurerm_container_(?:app|group)|aws_ecs_(?:service|task_definition)|google_cloud_run(?:_v2)?_service|kubernetes_(?:deployment|stateful_set|daemon_set)(?:_v1)?|docker_container)$/;

/** `resource openAiUser 'Microsoft.Authorization/roleAssignments@…'`: a role by its number, or by a variable, under its name. */
function addAssigned(body: ConfigNode, own: string, head: Span, out: FactsBuilder): void {
  addGranted(body, head, out);
  if (own.includes('openai')) out.resource('permission', 'openai:*', head);
}

/** A role or a policy of AWS is for the service that it is named after, when that stands in it: `"bedrock_invoke"`. */
function addNamesake(node: ConfigNode, own: string, head: Span, out: FactsBuilder): boolean {
  if (node.kind === 'list') return node.items.some((item) => addNamesake(item, own, head, out));
  if (node.kind === 'map') return node.entries.some(({ value }) => addNamesake(value, own, head, out));
  const service = ofService.exec(node.value)?.[1];
  if (service === undefined || !own.includes(lettersOf(service))) return false;
  out.resource('permission', node.value, head);
  return true;
}

/** `policy = data.aws_iam_policy_document.bedrock_invoke.json`: written out elsewhere, and both are named after the service. */
function addRights(body: ConfigNode, own: string, head: Span, out: FactsBuilder): void {
  if (addNamesake(body, own, head, out)) return;
  const policy = scalarAt(body, 'policy') ?? scalarAt(body, 'assume_role_policy');
  addNamedAfter(/^data\.aws_iam_policy_document\.([\w-]+)\./.exec(policy?.value ?? '')?.[1], own, head, out);
}

function addNamedAfter(name: string | undefined, own: string, head: Span, out: FactsBuilder): void {
  for (const word of name?.split(/[_-]/) ?? [])
    if (word.length > 3 && own.includes(word.toLowerCase()))
      out.resource('permission', `${word.toLowerCase()}:*`, head);
}

/** `aws_iam_policy.bedrock_invoke.arn`: a policy of the project's own is given, and both are named after the service. */
function addAttached(policy: ConfigNode | undefined, own: string, head: Span, out: FactsBuilder): void {
  const name = policy?.kind === 'scalar' ? /^(?:data\.)?aws_iam_policy\.([\w-]+)\./.exec(policy.value)?.[1] : undefined;
  addNamedAfter(name, own, head, out);
}

const attachment = /^aws_iam_(?:\w+_)?policy_attachment$/;
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
const rights = /^aws_(?:iam_(?:\w+_)?(?:policy|policy_document|role)|lambda_permission|vpc_endpoint_policy)$/;
const ofService = /^([a-z][a-z-]{3,})(?::[A-Z*]\w*\*?|\.amazonaws\.com)$/;

/** Whether the role is told by name. A module that is told which role to give, as Bicep's own examples have it: `module x 'security/role.bicep'`. */
export function addGranted(body: ConfigNode | undefined, head: Span, out: FactsBuilder): boolean {
  if (!body) return false;
  const places = [body, nodeAt(body, 'properties')].filter((node) => node !== undefined);
  const role = places.flatMap((node) => roleKeys.map((key) => scalarAt(node, key))).find((one) => one !== undefined);
  if (!role) return false;
  const name = identifierIn(role, out) ?? (role.expression ? undefined : role.value);
  if (name !== undefined) out.resource('permission', name, head);
  // A name tells which role it is, and a number only of those that are known.
  return name !== undefined && !/^[\da-f]{8}-[\da-f-]{27}$/i.test(name);
}

function addBuilt(written: string | undefined, body: ConfigNode, head: Span, out: FactsBuilder): void {
  if (written === undefined || !resourceType.test(written)) return;
  const type = written.replace(/@.*$/, '');
  out.resource('resource', type, head);
  const kind = scalarAt(body, 'body', 'kind');
  if (kind && !kind.expression) out.resource('resource', `${type}:${kind.value}`, head);
}

/** `com.amazonaws.${var.region}.bedrock-runtime`: a service of AWS inside one's own network; the region is left out. */
export function addPrivateEndpoint(value: ConfigNode | undefined, at: Span | undefined, out: FactsBuilder): void {
  if (value?.kind !== 'scalar') return;
  const service = /^com\.amazonaws\..*\.([a-z][\w-]*)$/.exec(value.value)?.[1];
  if (service !== undefined) out.resource('resource', `com.amazonaws.${service}`, at ?? value.span);
}
