import type { Catalogue } from '../catalog/catalogue.js';
import { fromConfiguration } from '../endpoint/references.js';
import type { ResolveContext } from '../endpoint/resolved.js';
import { positionAt, rangeOf } from '../place.js';
import type { Span } from '../place.js';
import type { FileFacts } from '../syntax/fact.js';
import { TooMuch } from '../syntax/tooMuch.js';
import type { Language } from '../syntax/source/language.js';
import { isTestPath } from '../testPath.js';
import { languageById } from '../syntax/source/languages/index.js';
import { WordsOfCalls } from './clients/callWords.js';
import { findClients } from './clients/clients.js';
import { findAssistant, findConfigured } from './configuration/configurationUsages.js';
import { type Draft, Drafts } from './draft.js';
import { findEnvironment } from './environment/environment.js';
import type { FileContext } from './fileContext.js';
import { findRequests, withoutInnerRequests } from './requests/http.js';
import { findDeclaredClients } from './requests/declaredClients.js';
import { findInterfaces } from './requests/retrofit.js';
import { findBodies } from './requests/requestBodies.js';
import { findImports } from './imports/imports.js';
import { importsOf } from './imports/importsOf.js';
import { findLiterals } from './literals.js';
import { findBuiltQuestions } from './models/builtQuestions.js';
import { findEnumeratedModels } from './models/enumeratedModels.js';
import { findModelConstants } from './models/modelConstants.js';
import { completeModelLists } from './models/modelLists.js';
import { withoutNamesakes } from './lookalikes.js';
import { settleByNeighbours } from './models/modelNeighbours.js';
import { withoutScope } from './imports/scopedPackages.js';
import { settleProviders } from './settleProviders.js';
import { withoutPrepared } from './standIns.js';
import { Origins } from './origins.js';
import { findBeans } from './clients/beans.js';
import { findRegistered } from './clients/registered.js';
import { findSent } from './requests/sentRequests.js';
import { findStartedPrograms } from './commands/startedPrograms.js';
import { TrackedNames } from './clients/trackedNames.js';
import type { Usage } from './usage.js';
import { VendorNames } from './vendorNames.js';

let kept: { readonly of: Catalogue; readonly vendors: VendorNames; readonly words: WordsOfCalls } | undefined;

/** What is known of names by the catalogue alone. */
function namesOf(catalogue: Catalogue): { readonly vendors: VendorNames; readonly words: WordsOfCalls } {
  if (kept?.of !== catalogue)
    kept = { of: catalogue, vendors: new VendorNames(catalogue), words: new WordsOfCalls(catalogue) };
  return kept;
}

function importedProviders(facts: FileFacts, catalogue: Catalogue, language: Language['catalogueAs']): Set<string> {
  const found = new Set<string>();
  // `library(ellmer)` of R and `require "openai"` of Ruby are calls.
  const imports = language === 'ruby' || language === 'r' ? importsOf(facts) : facts.imports;
  for (const { module, names } of imports) {
    // `from google import genai`, `use OCP\TaskProcessing\IManager`: the name may say more than the module.
    for (const path of [module, ...names.map(({ name }) => `${module}.${name}`)]) {
      const provider = catalogue.modules.find(language, path);
      if (provider !== undefined) found.add(provider);
    }
  }
  return found;
}

/** Every usage of one file, in the order of the text; where there are too many, those found first, and `cut` says why. */
export function usagesOf(
  facts: FileFacts,
  catalogue: Catalogue,
  resolving: ResolveContext,
): { readonly usages: Usage[]; readonly cut?: TooMuch } {
  const drafts = new Drafts();
  try {
    find(facts, catalogue, resolving, drafts);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { usages: finish(drafts, facts, catalogue), cut: error };
  }
  return { usages: finish(drafts, facts, catalogue) };
}

function find(facts: FileFacts, catalogue: Catalogue, resolving: ResolveContext, drafts: Drafts): void {
  for (const written of facts.parts ?? [facts]) {
    const part = withoutScope(written);
    const context = contextOf(part, catalogue, resolving, drafts);
    if (part.imports.length + part.calls.length + part.strings.length > 0) {
      findImports(context);
      findRequests(context);
      findInterfaces(context);
      findDeclaredClients(context);
      findStartedPrograms(context);
      findClients(context);
      findSent(context);
      findRegistered(context);
      findBeans(context);
      findLiterals(context);
      completeModelLists(context);
      settleByNeighbours(context);
      findModelConstants(context);
      findEnumeratedModels(context);
      findBuiltQuestions(context);
      findEnvironment(context);
    }
    findConfigured(context);
    findBodies(context);
    findAssistant(context);
  }
}

function contextOf(facts: FileFacts, catalogue: Catalogue, resolving: ResolveContext, drafts: Draft[]): FileContext {
  const language = languageById.get(facts.language)?.catalogueAs ?? 'python';
  const { vendors, words } = namesOf(catalogue);
  return {
    facts,
    isTest: isTestPath(facts.path) && !isTable(facts),
    catalogue,
    language,
    origins: new Origins(
      facts,
      catalogue,
      language,
      resolving.globalImports?.(facts) ?? [],
      (name) => fromConfiguration(name, facts.path, resolving)?.value,
    ),
    resolving,
    vendors,
    words,
    imported: importedProviders(facts, catalogue, language),
    configured: new Map(),
    drafts,
    objects: new TrackedNames(),
    elsewhere: (other) => contextOf(other, catalogue, resolving, []),
  };
}

/** What evaluations and tests are run with: names and addresses alone, in a file that takes in nothing it could test. */
function isTable({ imports, calls, bindings }: FileFacts): boolean {
  return (
    bindings.length > 0 &&
    imports.every(({ module }) => offered.test(module)) &&
    calls.every(({ callee }) => converts.test(callee))
  );
}

const offered = /^(?:os|typing|enum|dataclasses|pathlib|collections|__future__|dotenv|(?:node:)?process)$/;
const converts =
  /^(?:os\.\w+(?:\.\w+)*|getenv|str|int|float|bool|list|dict|tuple|set|frozenset|load_dotenv|Path|print|len|sorted|\w*Error|\w+\.(?:append|extend|get|split|strip|lower|items|keys|values))$/;

function finish(drafts: readonly Draft[], facts: FileFacts, catalogue: Catalogue): Usage[] {
  const certain = withoutNamesakes(withoutPrepared(withoutInnerRequests(drafts), facts), facts, catalogue);
  settleProviders(certain, facts, catalogue);
  const kept = onePerLine(certain, facts);
  const index = new Map(kept.map((draft, at) => [draft, at]));
  return kept.map((draft) => {
    const carrier = draft.carrier && index.get(draft.carrier);
    return {
      kind: draft.kind,
      provider: draft.provider,
      path: facts.path,
      range: rangeOf(facts.lineStarts, told(draft, facts)),
      token: draft.token,
      ...(draft.model !== undefined && { model: draft.model }),
      ...(draft.endpoint && { endpoint: draft.endpoint }),
      ...(draft.act && { act: draft.act }),
      ...(draft.isGuess === true && { isGuess: true }),
      ...(draft.isNamed === true && { isNamed: true }),
      ...(draft.declared !== undefined && { declared: draft.declared }),
      ...(carrier !== undefined && { carrier }),
    };
  });
}

/** From the line on which it is named, where that is another than the one on which it begins. */
function told({ span, named }: Draft, { lineStarts }: FileFacts): Span {
  if (named === undefined) return span;
  const start = positionAt(lineStarts, named.start);
  return start.line === positionAt(lineStarts, span.start).line ? span : { start: named.start, end: span.end };
}

/**
 * One usage a line and kind: the surest, else the first. A line may name packages and models of several providers:
 * `pip install openai anthropic`.
 */
function onePerLine(drafts: readonly Draft[], facts: FileFacts): Draft[] {
  const byLine = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { line } = positionAt(facts.lineStarts, told(draft, facts).start);
    const key = `${line}:${draft.kind}`;
    const known = byLine.get(key) ?? [];
    const rival = known.find((each) => isRival(draft, each));
    if (!rival && known.length < MAX_A_LINE) byLine.set(key, [...known, draft]);
    else if (rival && draft.weight > rival.weight) known[known.indexOf(rival)] = draft;
  }
  return [...byLine.values()].flat().sort((a, b) => a.span.start - b.span.start || b.weight - a.weight);
}

/** A minified script is one line. */
const MAX_A_LINE = 20;

/** Of two on one line only one is told. */
function isRival(a: Draft, b: Draft): boolean {
  const mayBeSeveral = a.kind === 'dependency' || a.kind === 'model';
  return !mayBeSeveral || a.provider === b.provider || (a.span.start < b.span.end && b.span.start < a.span.end);
}
