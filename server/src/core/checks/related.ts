import type { UseCase } from '../accountability/accountability.js';
import type { Endpoint, EndpointStep } from '../endpoint/endpoint.js';
import type { Usage } from '../usage/usage.js';
import type { RelatedPlace } from './finding.js';

/** More than a person looks at. */
const enough = 20;

const stepTexts: Readonly<Record<EndpointStep['kind'], string>> = {
  constant: 'weg-constante',
  environment: 'weg-omgeving',
  configuration: 'weg-configuratie',
  fallback: 'weg-terugval',
};

/** The way from a usage to its endpoint: "`base_url` komt uit `.env` regel 3". */
export function wayOf(endpoint: Endpoint): RelatedPlace[] {
  return endpoint.way.map(({ path, range, name, kind }) => ({
    path,
    range,
    text: stepTexts[kind],
    values: { naam: `\`${name}\``, bestand: `\`${path}\``, regel: String(range.start.line + 1) },
  }));
}

/** The other places of the same story. */
export function othersOf(usages: readonly Usage[], text: 'zelfde-endpoint' | 'zelfde-toepassing'): RelatedPlace[] {
  return usages.slice(0, enough).map(({ path, range }) => ({ path, range, text, values: {} }));
}

export function placeOfUseCase(useCase: UseCase | undefined): RelatedPlace[] {
  if (useCase === undefined) return [];
  return [{ path: useCase.path, range: useCase.range, text: 'staat-hier', values: { toepassing: useCase.id } }];
}
