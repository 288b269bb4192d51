import type { FactsBuilder } from './factsBuilder.js';
import { repositoryIn } from './repositories.js';
import { addPrivateEndpoint, addPurpose } from './infrastructure/granted.js';
import { armValue, bicepValue, identifier, identifierIn, resourceType } from './infrastructure/azureNames.js';
import { addScript } from './script.js';
import type { Span } from '../../place.js';
import type { EntryVisitor } from './treeFacts.js';
import { type ConfigNode, itemsAt, type MapEntry, type MapNode, nodeAt, type ScalarNode, scalarAt } from './tree.js';

/** Keys whose text a shell runs, in workflows, pipelines, Compose, manifests of Kubernetes and dev containers. */
const commandKeys = new Set([
  'run',
  'script',
  'before_script',
  'after_script',
  'bash',
  'pwsh',
  'powershell',
  'inlineScript',
  'command',
  'entrypoint',
  'cmd',
  'cmds',
  'commands',
  'postCreateCommand',
  'postStartCommand',
  'postAttachCommand',
  'onCreateCommand',
  'initializeCommand',
  'updateContentCommand',
  'user_data',
  'entryPoint',
  // Render, Railway, DigitalOcean, Azure's app service.
  'startCommand',
  'buildCommand',
  'preDeployCommand',
  'run_command',
  'build_command',
  'appCommandLine',
  'startup_script',
  // Ansible.
  'shell',
  'ansible.builtin.shell',
  'ansible.builtin.command',
  'ansible.builtin.raw',
]);

/** Of those, the ones whose list holds the words of one command. */
const wordKeys = new Set(['command', 'entrypoint', 'cmd', 'entryPoint']);

/** `bedrock:InvokeModel`, `roles/aiplatform.user`, `aiplatform.endpoints.predict`, `Microsoft.X/y/OpenAI/*`. */
const permission =
  /^[a-z][a-z0-9-]*:[A-Za-z*][\w*]*$|^roles\/[\w.]+$|^[a-z]+(?:\.[a-zA-Z]+){2,}$|^Microsoft\.\w+(?:\/[\w*]+)+$/;
/** Where a policy of AWS says who may take a role or start a function: a service of its own. */
const principalKey = /^(?:Service|identifiers|[pP]rincipal|(?:assume_role|trusted|principal)_services?)$/;
const permissionKey = /^(?:not_?|data_?|(?:\w+_)?policy_?)?actions?$|^(?:included_?)?permissions$/i;
/** A role of Azure goes by its name or by a fixed identifier, which may stand inside an expression. */
const roleKey = /roles?$|role_?(?:definition|name|id|assignment)/i;

/** What infrastructure files start, use or allow, by the keys that YAML, JSON, HCL and Bicep share for it. */
export function resourceVisitor(out: FactsBuilder): EntryVisitor {
  return (entry, parent, path) => {
    const { key, value } = entry;
    if (/(?:[iI]mage|_IMAGE(?:_NAME)?)$/.test(key)) addImage(value, out);
    else if (key === 'images') addImages(value, out);
    else if (key === 'repository' && path.at(-1) !== 'image' && nodeAt(parent, 'tag')) addImage(parent, out);
    else if (/.image$|images$/i.test(path.at(-1) ?? '') && value.kind === 'scalar' && imageReference.test(value.value))
      addImage(value, out);
    else if (permissionKey.test(key) || (key === 'default' && value.kind === 'list')) addPermissions(value, out);
    else if (repositoryKey.test(key) && addRepository(value, out)) return undefined;
    else if (/polic(?:y|ies)/i.test(key)) addPolicies(value, out);
    else if (key === 'services') addServices(value, out);
    else if (key === 'service_name' || key === 'ServiceName') addPrivateEndpoint(value, undefined, out);
    else if (key === 'uses' && value.kind === 'scalar') addAction(value.value, value.span, out);
    else if ((commandKeys.has(key) || isScript(entry, parent)) && addCommand(entry, parent, out)) return false;
    else if (key === 'args') addArguments(value, parent, out);
    else if (/^chart(?:_?[nN]ame)?$|^dependencies$/.test(key)) addCharts(value, parent, out);
    else if (key === '@odata.type') addNamed(value, out);
    else if (key === 'kind') addCustom(value, parent, out);
    else if (key.startsWith('github.copilot.')) addEditorSetting(entry, out);
    else if (key === 'type' || key === 'Type') addResource(value, parent, out);
    else if (path.includes('predictor') && (key === 'runtime' || path.at(-1) === 'modelFormat')) addServed(entry, out);
    else if (key === 'Resource' || key === 'resources') addAllowed(value, parent, out);
    else if (principalKey.test(key)) addPrincipals(value, out);
    else if (roleKey.test(key) || key === 'for_each') addRoles(value, key, path, out);
    return undefined;
  };
}

/** `containerImages: { chat: ghcr.io/owner/name:tag }`. */
const imageReference = /^(?:[\w.-]+\/){1,4}[\w.-]+(?::[\w.-]+)?$/;

const imageInRegistry = /^(?:[\w.-]*\$\{[\w.[\]]+\})+[\w.-]*(?:\/[\w.-]+)+:[^\s{]*(?:\$\{[\w.]+\})?$/;

/** What Argo, Flux and scripts of one's own get from where its makers keep it: `repoURL: https://github.com/owner/name.git`. */
const repositoryKey = /^(?:repo(?:_?url|sitory)?|git_?(?:repo(?:sitory)?|url))$/i;

function addRepository(value: ConfigNode, out: FactsBuilder): boolean {
  if (value.kind !== 'scalar') return false;
  const name = repositoryIn(value.value);
  if (name !== undefined) out.resource('resource', name, value.span);
  return name !== undefined;
}

/** What Amazon itself has put together: `arn:aws:iam::aws:policy/AmazonBedrockFullAccess`. */
function addPolicies(given: ConfigNode, out: FactsBuilder): void {
  const held = given.kind === 'map' ? given.entries.map(({ value }) => value) : [given];
  for (const item of given.kind === 'list' ? given.items : held) {
    if (item.kind !== 'scalar') continue;
    const name = managedPolicy.exec(item.value)?.[1];
    if (name !== undefined) out.resource('permission', name, item.span);
  }
}

const managedPolicy = /^(?:arn:aws[\w-]*:iam::aws:policy\/)?(A\w+)$/;

/** What goes by a name wherever it stands: a skill of a search index, the kind of what makes vectors for it. */
function addNamed(value: ConfigNode, out: FactsBuilder): void {
  if (value.kind === 'scalar' && /^#Microsoft\.|^azureOpenAI$/i.test(value.value))
    out.resource('resource', value.value, value.span);
}

/** `kind: LiteLLMModel` of an operator in a cluster, under the group of its `apiVersion`: `litellm.example.org/LiteLLMModel`. */
function addCustom(value: ConfigNode, parent: ConfigNode, out: FactsBuilder): void {
  addNamed(value, out);
  const group = scalarAt(parent, 'apiVersion')?.value;
  if (value.kind !== 'scalar' || group === undefined || !/^[\w-]+(?:\.[\w-]+)+\/v\d/.test(group)) return;
  out.resource('resource', `${group.slice(0, group.indexOf('/'))}/${value.value}`, value.span);
}

/** What Helm installs: `chart: ollama` with where it comes from beside it, and what a chart is built on. */
function addCharts(value: ConfigNode, parent: ConfigNode, out: FactsBuilder): void {
  for (const item of itemsAt(value)) addCharts(scalarAt(item, 'name') ?? item, item, out);
  const from = chartSources.map((key) => nodeAt(parent, key)).find((node) => node !== undefined);
  if (value.kind !== 'scalar' || !from || (from.kind === 'scalar' && from.value.startsWith('file:'))) return;
  addChart(value.value, value.span, out);
}

/** A chart goes by its name alone, wherever it is kept: `oci://ghcr.io/berriai/litellm-helm`. */
export function addChart(chart: string | undefined, span: Span, out: FactsBuilder): void {
  if (chart !== undefined) out.resource('resource', `chart:${chart.replace(/^.*\//, '')}`, span);
}

const chartSources = ['repository', 'repoURL', 'repo', 'sourceRef', 'version', 'chart_version', 'namespace'];

/** What KServe serves a model with: `runtime: vllm`, `modelFormat: { name: vLLM }`. */
function addServed({ key, value }: MapEntry, out: FactsBuilder): void {
  if (value.kind === 'scalar' && value.value !== '') out.resource('resource', `${key}: ${value.value}`, value.span);
}

/** `"github.copilot.enable": { "*": true }` */
function addEditorSetting({ keySpan, value }: MapEntry, out: FactsBuilder): void {
  if (value.kind !== 'scalar' || value.value !== 'false') out.resource('extension', 'github.copilot', keySpan);
}

/** ARM and CloudFormation. A kind that makes the resource another thing (`OpenAI`) is named with it. */
function addResource(value: ConfigNode, parent: MapNode, out: FactsBuilder): void {
  if (value.kind !== 'scalar' || !resourceType.test(value.value)) return;
  const type = value.value.replace(/@.*$/, '');
  out.resource('resource', type, value.span);
  addKind(type, parent, out, value.span);
  addPurpose(type, parent, value.span, out);
}

/**
 * `head`: where the resource is declared, which says with its kind what is built. Where the kind comes from elsewhere, the
 * name that the file itself gives to the resource tells.
 */
export function addKind(type: string, resource: ConfigNode, out: FactsBuilder, head?: Span, own = ''): void {
  // `azapi_resource` has it in its body.
  const kind =
    scalarAt(resource, 'kind') ??
    scalarAt(resource, 'body', 'kind') ??
    (type.endsWith('/connections') ? scalarAt(resource, 'properties', 'category') : undefined);
  // Google's: `resource "google_project_service" "ai" { service = "aiplatform.googleapis.com" }`
  const enabled = type === 'google_project_service' ? scalarAt(resource, 'service') : undefined;
  if (enabled && head) out.resource('resource', `${type}:${enabled.value}`, head);
  if (!kind) {
    // `resource openAi '…accounts@…' existing`: one that is there already, by the name that the file gives it.
    if (
      head &&
      own !== '' &&
      scalarAt(resource, 'properties') === undefined &&
      /accounts$/.test(type) &&
      isOpenAi.test(own)
    )
      out.resource('resource', `${type}:OpenAI`, head);
    return;
  }
  const given = kind.expression ? bicepValue(kind.value, out) : armValue(kind.value, out);
  const value = given ?? (isOpenAi.test(own) ? 'OpenAI' : undefined);
  if (value === undefined) return;
  const named = `${type}:${value}`;
  if (head) out.resource('resource', named, head);
  if (kind.expression || value === kind.value) out.resource('resource', named, kind.span);
}

const isOpenAi = /open_?ai/i;
/** Of a module of one's own: `modules/openai.bicep`, `./core/ai/azure-open-ai.bicep`, `../modules/azure-openai`. */
const makesOpenAi =
  /(?:^|\/)(?:azure[-_]?)?(?:open[-_]?ai|aoai)(?:[-_](?:account|service|resource|role(?:[-_]?assignment)?))?(?:\.bicep|(?<=^\.{1,2}\/.*))\/?$/i;
/** `modules/foundry.bicep`, `../modules/ai-foundry`. */
const makesFoundry =
  /(?:^|\/)(?:(?:azure[-_]?)?ai[-_]?)?foundry(?:[-_](?:account|service|resource))?(?:\.bicep|(?<=^\.{1,2}\/.*))\/?$/i;

/** A module for an account of Azure, one's own or of a registry, is told the kind that it makes, or bears its name. */
export function addModule(
  source: string,
  given: ConfigNode | undefined,
  out: FactsBuilder,
  head: Span,
  own = '',
): void {
  // `../modules/ollama` installs what the chart of that name does.
  if (/^\.{1,2}\//.test(source)) addChart(source.replace(/\/$/, ''), head, out);
  const isAccount = isOpenAi.test(own) && /cognitive-?services\.bicep$/i.test(source);
  if (makesOpenAi.test(source) || (isAccount && !(given && scalarAt(given, 'kind')))) {
    out.resource('resource', 'Microsoft.CognitiveServices/accounts:OpenAI', head);
    return;
  }
  if (makesFoundry.test(source)) out.resource('resource', 'Microsoft.CognitiveServices/accounts:AIServices', head);
  else if (given && /cognitive-?services/i.test(source))
    addKind('Microsoft.CognitiveServices/accounts', given, out, head);
}

/** What a policy allows its actions on, `arn:aws:bedrock:*::foundation-model/…`; in ARM, resources inside a resource. */
function addAllowed(value: ConfigNode, parent: MapNode, out: FactsBuilder): void {
  for (const item of value.kind === 'list' ? value.items : [value]) {
    if (item.kind !== 'scalar') continue;
    // `${AWS::Region}` has colons of its own.
    const found = /^arn:[^:]+:([a-z][\w-]*):[^:]*:[^:]*:([a-z-]+)\//.exec(item.value.replace(/\$\{[^}]*\}/g, '*'));
    if (found) out.resource('permission', `${found[1]}:${found[2]}`, item.span);
  }
  addChildResources(value, parent, out);
}

/** A resource inside a resource of ARM has a type that goes on where that of its parent ends. */
function addChildResources(value: ConfigNode, parent: MapNode, out: FactsBuilder): void {
  const above = scalarAt(parent, 'type')?.value.replace(/@.*$/, '');
  if (above === undefined || !resourceType.test(above)) return;
  for (const item of itemsAt(value)) {
    const type = scalarAt(item, 'type');
    if (type && !type.value.includes('.')) out.resource('resource', `${above}/${type.value}`, type.span);
  }
}

/** Roles of a cloud; `roles: [ollama]` and `- role: ollama` of Ansible install what goes by the name of its chart. */
function addRoles(node: ConfigNode, key: string, path: readonly string[], out: FactsBuilder): void {
  const mayInstall = key === 'roles' || path.includes('roles');
  for (const item of node.kind === 'list' ? node.items : [node]) {
    if (item.kind !== 'scalar') continue;
    addRole(item, out);
    if (mayInstall) addChart(item.value, item.span, out);
  }
}

function addRole(value: ScalarNode, out: FactsBuilder): void {
  const found = identifier.exec(value.value);
  const start = value.span.start + (found?.index ?? 0);
  const behind = found ? undefined : identifierIn(value, out);
  if (behind !== undefined) out.resource('permission', behind, value.span);
  else if (found) out.resource('permission', found[0], { start, end: start + found[0].length });
  else if (!value.expression) out.resource('permission', value.value, value.span);
}

/** Kustomize: `images: [{ name, newTag }]`. */
function addImages(value: ConfigNode, out: FactsBuilder): void {
  for (const item of itemsAt(value)) {
    const name = item.kind === 'scalar' ? item : (scalarAt(item, 'newName') ?? scalarAt(item, 'name'));
    if (name) out.resource('image', name.value, name.span);
  }
}

/** GitLab: `services: [image, { name: image }]`. Elsewhere such a list holds plain names, which are no images. */
function addServices(value: ConfigNode, out: FactsBuilder): void {
  if (value.kind !== 'list') return;
  for (const item of value.items) {
    const name = item.kind === 'scalar' ? item : scalarAt(item, 'name');
    if (name && /^[\w.-]+(?:\/[\w.-]+)*:[\w.-]+$/.test(name.value)) out.resource('image', name.value, name.span);
  }
}

function addImage(value: ConfigNode, out: FactsBuilder): void {
  if (value.kind === 'scalar') {
    // `${local.registry}/owner/name:tag`: where it comes from does not matter.
    if (!value.expression || imageInRegistry.test(value.value) || /^(?:var|local)\.\w+$/.test(value.value))
      out.resource('image', value.value, value.span);
    return;
  }
  // Helm: `image: { registry, repository, tag }`; GitLab: `image: { name }`.
  const name = scalarAt(value, 'repository') ?? scalarAt(value, 'name');
  if (!name) return;
  const registry = scalarAt(value, 'registry');
  const from = registry && !registry.expression && registry.value !== '' ? `${registry.value}/` : '';
  const tag = scalarAt(value, 'tag')?.value;
  out.resource('image', `${from}${name.value}${tag ? `:${tag}` : ''}`, name.span);
}

function addAction(value: string, span: { start: number; end: number }, out: FactsBuilder): void {
  if (value.startsWith('docker://')) out.resource('image', value.slice(9), { start: span.start + 9, end: span.end });
  else out.resource('action', value.replace(/@.*$/, ''), span);
}

function addPermissions(value: ConfigNode, out: FactsBuilder): void {
  const items = value.kind === 'list' ? value.items : [value];
  for (const item of items) {
    if (item.kind === 'scalar' && permission.test(item.value)) out.resource('permission', item.value, item.span);
  }
}

function addPrincipals(value: ConfigNode, out: FactsBuilder): void {
  for (const item of value.kind === 'list' ? value.items : [value])
    if (item.kind === 'scalar' && item.value.endsWith('.amazonaws.com'))
      out.resource('permission', item.value, item.span);
}

/**
 * A text is a script, line by line; a list is either lines of a script or the words of one command. Whether the entry was
 * read so; it is no setting then.
 */
function addCommand({ key, value }: MapEntry, parent: MapNode, out: FactsBuilder): boolean {
  const isWords = wordKeys.has(key);
  const args = isWords ? nodeAt(parent, 'args') : undefined;
  if (value.kind === 'map' || (value.kind === 'list' && key === 'run')) return false;
  if (value.kind === 'scalar' && !args) {
    if (!value.expression) addScript(value.value, value.span.start, out, isWords ? imageOf(parent) : undefined);
  } else if (value.kind === 'list' && !isWords) {
    for (const item of value.items) {
      const script = item.kind === 'scalar' ? item : scalarAt(item, 'cmd');
      if (script) addScript(script.value, script.span.start, out);
    }
  } else {
    const words = [...wordsOf(value), ...(args ? wordsOf(args) : [])];
    // `sh -c` with a script of several lines.
    const scripts = words.filter((word) => word.value.includes('\n'));
    for (const script of scripts) addScript(script.value, script.span.start, out, imageOf(parent));
    const rest = words.filter((word) => !scripts.includes(word));
    if (rest.length > 0) out.words(rest, imageOf(parent));
  }
  return true;
}

/** `command: [sh]` with its `source: |`, in a workflow of Argo. */
function isScript({ key, value }: MapEntry, parent: MapNode): boolean {
  const command = key === 'source' && value.kind === 'scalar' ? nodeAt(parent, 'command') : undefined;
  return command !== undefined && wordsOf(command).some((word) => /(?:^|\/)(?:ba|da|z)?sh$/.test(word.value));
}

/** What a container's own program is started with; the entries are settings too. */
function addArguments(value: ConfigNode, parent: MapNode, out: FactsBuilder): void {
  const image = imageOf(parent);
  if (image !== undefined && ![...wordKeys].some((key) => nodeAt(parent, key))) out.words(wordsOf(value), image);
}

function imageOf(parent: MapNode): string | undefined {
  return (scalarAt(parent, 'image') ?? scalarAt(parent, 'image', 'repository'))?.value;
}

function wordsOf(node: ConfigNode): ScalarNode[] {
  if (node.kind === 'scalar') return [node];
  return node.kind === 'list' ? node.items.filter((item) => item.kind === 'scalar') : [];
}
