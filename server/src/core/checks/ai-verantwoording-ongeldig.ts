import { directivesOf } from '../accountability/directives.js';
import type { Governing } from '../accountability/accountability.js';
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
  for (const { written, path, range } of inherits) {
    const values = { waarde: written };
    if (path === undefined) yield { variant: 'erft-van-buiten-map', values, range };
    else if (!accountability.files.has(path)) {
      const state = accountability.document(path)?.state;
      if (state === 'missing' || state === 'exists') yield { variant: 'erft-van-ontbreekt', values, range };
      else if ((accountability.inherited(path)?.problems.length ?? 0) > 0)
        yield { variant: 'erft-van-ongeldig', values, range };
    }
  }
}
