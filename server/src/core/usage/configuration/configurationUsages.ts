import { assistantOf } from '../../catalog/trigger.js';
import { FactsBuilder } from '../../syntax/config/factsBuilder.js';
import { addRequirement } from '../../syntax/config/manifests/pep508.js';
import type { DependencyFact } from '../../syntax/fact.js';
import type { FileContext } from '../fileContext.js';
import { resourceUsage } from '../commands/resourceUsages.js';
import { Sections } from './sections.js';
import { settingUsage } from './settingUsages.js';

/** Usages of configuration files, manifests and infrastructure. */
export function findConfigured(context: FileContext): void {
  for (const dependency of context.facts.dependencies) dependencyUsage(dependency, context);
  if (/(?:^|\/)setup\.py$/.test(context.facts.path)) findRequired(context);
  if (context.facts.language === 'ruby') gems(context);
  for (const resource of context.facts.resources) resourceUsage(resource, context);
  if (/json|yaml/.test(context.facts.language) && isRecording.test(context.facts.path)) return;
  const sections = new Sections();
  for (const setting of context.facts.settings) settingUsage(setting, sections, context);
  sections.settle(context.drafts, context.catalogue);
}

/** `setup(install_requires=[…])`: the lists of a call of `setup`, but those that describe the package, and lists before it. */
function findRequired(context: FileContext): void {
  const out = new FactsBuilder();
  for (const { value, span, name = '', call, role } of context.facts.strings) {
    if (role !== 'element') continue;
    const isGiven = call !== undefined && /(?:^|\.)setup$/.test(call.callee) && !describes.test(name);
    if (isGiven || /requires?$|requirements$|dependencies$|extras$|^(?:deps|reqs)$/i.test(name))
      addRequirement(value, span.start + 1, out);
  }
  for (const dependency of out.dependencies) dependencyUsage(dependency, context);
}

/** `gem 'ruby-openai'` in a script, or in the file of a plugin. */
function gems(context: FileContext): void {
  for (const { callee, args, span } of context.facts.calls) {
    const [first] = callee === 'gem' ? args : [];
    if (first?.value.t !== 'string') continue;
    const { value: name, span: nameSpan } = first.value;
    dependencyUsage({ ecosystem: 'rubygems', name, span, nameSpan }, context);
  }
}

const describes = /keyword|package|classif|script|module|platform|data|author|command/;

/** Recorded traffic and snapshots of tests: nothing is called from there. */
const isRecording = /(?:^|\/)(?:_?vcr|cassettes?|vcr_cassettes|__snapshots__|snapshots|recordings|fixtures)\//i;

function dependencyUsage(
  { ecosystem, name: written, span: whole, nameSpan }: DependencyFact,
  context: FileContext,
): void {
  const isAccessor = ecosystem === 'maven' && !written.includes(':');
  const name = (isAccessor ? context.resolving.catalogued?.(written, context.facts) : undefined) ?? written;
  // An element of several lines stands where it is named.
  const span = ecosystem === 'maven' ? nameSpan : whole;
  const provider = context.catalogue.packageProvider(ecosystem, name);
  if (provider === undefined) return;
  const isNamed = context.catalogue.sharedPackages.has(name);
  context.drafts.push({ kind: 'dependency', provider, span, token: name, weight: 3, ...(isNamed && { isNamed }) });
}

/** The settings or instruction file of a coding assistant: its first line stands for it. */
export function findAssistant(context: FileContext): void {
  const provider = assistantOf(context.facts.path);
  if (provider === undefined) return;
  context.drafts.push({
    kind: 'assistant',
    provider,
    span: { start: 0, end: 0 },
    token: context.facts.path,
    weight: 5,
  });
}
