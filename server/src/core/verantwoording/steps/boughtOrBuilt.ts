import type { EndpointData } from '../../accountability/schema.js';
import type { Account } from '../account.js';
import { code, list, table, value } from '../markdown.js';

type Contract = NonNullable<EndpointData['contract']>;

const groundings: Readonly<Record<EndpointData['grondslag'], string>> = {
  contract: 'contract',
  'eigen-beheer': 'eigen beheer',
  overheidsdienst: 'dienst van de overheid',
};

export function boughtOrBuilt({ endpoints, assistants, useCases, files }: Account): string[] {
  const unless = useCases.flatMap(({ id, data }) => {
    const reasons = data['open-source']?.tenzij;
    return reasons === undefined ? [] : [[code(id), value(reasons.veiligheid), value(reasons.toepassingscontext)]];
  });
  const ownCode = files.flatMap(({ data }) => (data['eigen-code'] === undefined ? [] : [data['eigen-code']]));
  return [
    ...(endpoints.length === 0
      ? ['Er zijn geen endpoints vastgelegd.']
      : endpoints.map(({ id, data }) => endpointLine(id, data))),
    ...(assistants.length === 0 ? [] : ['', 'Assistenten en hulpmiddelen van het team:', '']),
    ...assistants.map(({ data }) => `- ${value(data.naam)}: ${grounding(data.grondslag, data.contract)}`),
    ...(unless.length === 0
      ? []
      : [
          '',
          'Open source, tenzij:',
          '',
          ...table(['Toepassing', 'Veiligheidsmechanismen', 'Toepassingscontext'], unless),
        ]),
    ...ownCode.flatMap(({ vindplaats, tenzij }) => [
      '',
      `Eigen broncode: vindplaats ${value(vindplaats)}; waarom niet open: ${value(tenzij)}.`,
    ]),
  ];
}

function endpointLine(id: string, data: EndpointData): string {
  const address = data.url ?? data.variabele ?? '';
  return [
    `- ${code(id)} (${code(address)}): ${grounding(data.grondslag, data.contract)}`,
    `regio ${value(data.regio)}`,
    ...(data.doorgifte === undefined ? [] : [`doorgifte: ${value(data.doorgifte)}`]),
    `exit-strategie: ${value(data['exit-strategie'])}`,
  ].join('; ');
}

function grounding(kind: EndpointData['grondslag'], contract: Contract | undefined): string {
  if (kind !== 'contract') return groundings[kind];
  const { afspraken } = contract ?? {};
  return [
    `contract ${value(contract?.kenmerk)}`,
    `voorwaarden ${list(contract?.voorwaarden)}`,
    `geldig tot ${value(contract?.['geldig-tot'])}`,
    `datadeling ${value(afspraken?.datadeling)}`,
    `bewaartermijn ${value(afspraken?.bewaartermijn)}`,
    `hertraining ${value(afspraken?.hertraining)}`,
  ].join(', ');
}
