import { groundings, phases } from '../accountability/schema.js';
import { textOf } from '../checks/message.js';
import { scalar } from '../fixes/yaml/scalar.js';
import type { Profile } from '../settings.js';
import type { FoundEndpoint, Grounding } from './endpoints.js';
import type { Found, FoundUseCase } from './found.js';

/** What a person knows and the code does not show. All of it can be left out. */
export interface Answers {
  readonly organisation?: string;
  readonly profile?: Profile;
  /** By id of the endpoint. */
  readonly groundings: ReadonlyMap<string, { readonly grounding: Grounding; readonly reference?: string }>;
  /** By id of the use case. */
  readonly purposes: ReadonlyMap<string, string>;
}

export const noAnswers: Answers = { groundings: new Map(), purposes: new Map() };

/** So many names of models or services tell enough. */
const named = 5;

/**
 * The first accountability file. Dutch, as every such file is. What nobody knows yet is marked with INVULLEN, which the
 * checks keep reporting; where a choice of words is asked for, the choices stand in a comment.
 */
export function recordText({ endpoints, useCases }: Found, answers: Answers): string {
  return [
    '# Verantwoording van generatieve AI in dit project, begonnen met wat in de code is gevonden.',
    '# Vul in wat met INVULLEN begint. "handreiking scan" laat zien wat er daarna nog ontbreekt.',
    'versie: 1',
    `organisatie: ${scalar(answers.organisation ?? 'INVULLEN: naam van uw organisatie')}`,
    ...(answers.profile === undefined ? [] : [`beleid: ${answers.profile}`]),
    ...(endpoints.length === 0 ? [] : ['', 'endpoints:', ...endpoints.flatMap((one) => endpointLines(one, answers))]),
    '',
    'toepassingen:',
    ...useCases.flatMap((one, at) => [...(at === 0 ? [] : ['']), ...useCaseLines(one, answers)]),
    '',
  ].join('\n');
}

function endpointLines(endpoint: FoundEndpoint, answers: Answers): string[] {
  const { id, url, variable, region } = endpoint;
  const answer = answers.groundings.get(id);
  const known = answer?.grounding ?? endpoint.grounding;
  const grounding = known ?? 'contract';
  // The file cannot stand without one; that it is not known yet, the contract's number says.
  const choices = groundings.filter((one) => one !== grounding).join(' of ');
  return item([
    `id: ${id}`,
    ...(url === undefined ? [] : [`url: ${scalar(url)}`]),
    ...(variable === undefined ? [] : [`variabele: ${scalar(variable)}`]),
    `grondslag: ${grounding}${known === undefined ? ` # INVULLEN: klopt dit? Anders ${choices}, zonder contract.` : ''}`,
    ...(grounding === 'contract'
      ? ['contract:', `  kenmerk: ${scalar(answer?.reference ?? textOf('invullen-kenmerk', 'nl'))}`]
      : []),
    ...(region === undefined ? [] : [`regio: ${scalar(region)}`]),
  ]);
}

function useCaseLines({ id, patterns, endpoints, providers, models }: FoundUseCase, answers: Answers): string[] {
  const found = [
    `Gevonden in de code: ${some(providers)}`,
    ...(models.length === 0 ? [] : [`${models.length === 1 ? 'model' : 'modellen'} ${some(models)}`]),
  ].join('; ');
  return item([
    `id: ${id}`,
    `doel: ${scalar(answers.purposes.get(id) ?? textOf('invullen-doel', 'nl'))}`,
    `# fase: ${phases.join(' | ')}`,
    `paden: [${patterns.map(scalar).join(', ')}]`,
    ...(endpoints.length === 0 ? [] : [`endpoints: [${endpoints.join(', ')}]`]),
    `# gegevens: geen | persoonsgegevens | bijzondere`,
    `toelichting: ${scalar(found)}`,
  ]);
}

function item(lines: readonly string[]): string[] {
  return lines.map((line, at) => `  ${at === 0 ? '- ' : '  '}${line}`);
}

function some(names: readonly string[]): string {
  return names.length > named ? `${names.slice(0, named).join(', ')} en meer` : names.join(', ');
}
