import { directivesOf } from '../accountability/directives.js';
import type { Governing } from '../accountability/accountability.js';
import { evidenceOf } from '../accountability/evidence/read.js';
import { isAccountabilityPath } from '../accountability/paths.js';
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
  yield* inheritanceMistakes(file.inherits, accountability);
  yield* namesOfPeople(file, accountability);
  for (const { data, range } of file.exceptions) {
    if (!hasCheck(data.controle)) yield { variant: 'onbekende-controle', values: { waarde: data.controle }, range };
  }
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
  inherits: Governing['file']['inherits'],
  accountability: FilePlace['accountability'],
): Generator<Outcome> {
  for (const inheritance of inherits) {
    const { written, candidates, isPackage, range } = inheritance;
    const values = { waarde: written };
    const path = accountability.foundAt(inheritance);
    const isKnown = candidates.every((one) => accountability.document(one) !== undefined);
    if (candidates.length === 0) yield { variant: 'erft-van-buiten-map', values, range };
    else if (path === undefined && isKnown)
      yield { variant: isPackage ? 'erft-van-pakket' : 'erft-van-ontbreekt', values, range };
    else if (path !== undefined && !accountability.files.has(path)) {
      const mistakes = accountability.inherited(path)?.problems ?? [];
      if (mistakes.length > 0) yield { variant: 'erft-van-ongeldig', values, range };
    }
  }
}

/** Said where the document is referred to, before it is committed. The names themselves are never read out. */
function* namesOfPeople(file: Governing['file'], accountability: FilePlace['accountability']): Generator<Outcome> {
  for (const reference of file.useCases.flatMap((useCase) => useCase.references)) {
    const read = evidenceOf(reference, accountability);
    if (read?.found === true && read.namesPeople === true)
      yield { variant: 'namen-in-bestand', values: { waarde: reference.written }, range: reference.range };
  }
}
