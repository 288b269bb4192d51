import { directivesOf } from '../accountability/directives.js';
import type { Governing, Inheritance } from '../accountability/accountability.js';
import { evidenceOf } from '../accountability/evidence/read.js';
import { folderOf, isAccountabilityPath } from '../accountability/paths.js';
import type { Check, FilePlace, Outcome } from './place.js';
import { hasCheck } from './rules.js';

/** A mistake in an accountability file, or a comment in code that names a use case that is not there. */
export const aiVerantwoordingOngeldig: Check = {
  id: 'ai-verantwoording-ongeldig',
  over: 'file',
  *test(place) {
    if (isAccountabilityPath(place.facts.path)) {
      if (place.governing !== undefined) yield* mistakesIn(place, place.governing);
    } else yield* unknownTies(place);
  },
};

function* unknownTies({ facts, governing }: FilePlace): Generator<Outcome> {
  const known = new Set(governing?.file.useCases.map((useCase) => useCase.id));
  for (const { useCase, range } of directivesOf(facts).ties) {
    if (!known.has(useCase)) yield { variant: 'onbekende-toepassing', values: { waarde: useCase }, range };
  }
}

function* mistakesIn({ facts, accountability }: FilePlace, governing: Governing): Generator<Outcome> {
  const file = accountability.files.get(facts.path);
  if (file === undefined) return;
  for (const { variant, values, range } of file.problems) yield { variant, values, range };
  yield* inheritanceMistakes(file, accountability);
  yield* namesOfPeople(file, accountability);
  for (const { data, range } of file.exceptions) {
    if (!hasCheck(data.controle)) yield { variant: 'onbekende-controle', values: { waarde: data.controle }, range };
  }
  // What a file elsewhere holds cannot be said to be unknown; that it was not read is said above.
  const isElsewhere = (one: Inheritance): boolean => one.candidates.length === 0 || one.isPackage;
  if (file.inherits.some((one) => isElsewhere(one) && accountability.foundAt(one) === undefined)) return;
  const known = governing.endpoints.map((endpoint) => endpoint.id);
  for (const useCase of file.useCases) {
    for (const waarde of useCase.data.endpoints ?? []) {
      if (known.includes(waarde)) continue;
      const range =
        file.endpointMentions.find((one) => one.useCase === useCase.id && one.id === waarde)?.range ?? useCase.range;
      const verwacht = known.join(', ');
      yield {
        variant: known.length === 0 ? 'geen-endpoints' : 'onbekend-endpoint',
        values: { waarde, verwacht },
        range,
      };
    }
  }
}

function* inheritanceMistakes(
  file: Governing['file'],
  accountability: FilePlace['accountability'],
): Generator<Outcome> {
  for (const inheritance of file.inherits) {
    const { written, candidates, isPackage, range } = inheritance;
    const values = { waarde: written };
    const above = foldersAbove(folderOf(file.path), written);
    const path = accountability.foundAt(inheritance);
    const isKnown = candidates.every((one) => accountability.document(one) !== undefined);
    if (candidates.length === 0) yield { variant: 'erft-van-buiten-map', values: { ...values, map: above }, range };
    else if (path === undefined && isKnown)
      yield { variant: isPackage ? 'erft-van-pakket' : 'erft-van-ontbreekt', values, range };
    else if (path !== undefined && !accountability.files.has(path)) {
      const mistakes = accountability.inherited(path)?.problems ?? [];
      if (mistakes.length > 0) yield { variant: 'erft-van-ongeldig', values, range };
    }
  }
}

/** `..` for each folder that a path goes up from the root: the folder from which it can be reached. */
function foldersAbove(folder: string, written: string): string {
  let depth = folder === '' ? 0 : folder.split('/').length;
  let lowest = 0;
  for (const part of written.replaceAll('\\', '/').split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    lowest = Math.min(lowest, depth);
  }
  return Array.from({ length: -lowest }, () => '..').join('/');
}

/** Said where the document is referred to, before it is committed. The names themselves are never read out. */
function* namesOfPeople(file: Governing['file'], accountability: FilePlace['accountability']): Generator<Outcome> {
  for (const reference of file.useCases.flatMap((useCase) => useCase.references)) {
    const read = evidenceOf(reference, accountability);
    if (read?.found === true && read.namesPeople === true)
      yield { variant: 'namen-in-bestand', values: { waarde: reference.written }, range: reference.range };
  }
}
