import * as z from 'zod/mini';
import { profiles } from '../settings.js';

/**
 * The shape of `ai-verantwoording.yml`. Used at run time to read the file, and to generate the published JSON Schema; the
 * descriptions are what a person sees in a YAML editor. Keys are Dutch, because each is a term of Dutch policy.
 */

function matching(pattern: RegExp) {
  return z.string().check(z.regex(pattern));
}

function someOf<T extends z.ZodMiniType>(item: T) {
  return z.array(item).check(z.minLength(1));
}

function required<T extends z.ZodMiniType>(value: T, description: string): T {
  return value.check(z.describe(description));
}

function optional<T extends z.ZodMiniType>(value: T, description: string) {
  return required(z.optional(value), description);
}

const text = z.string().check(z.minLength(1));
const id = matching(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/);
const date = z.iso.date();
/** A date, or the note of a quick fix that it still has to be filled in; the checks do not count such a note. */
const dateOrToDo = matching(new RegExp(`^(?:${z.regexes.date.source.replace(/^\^|\$$/g, '')}|INVULLEN.*)$`));

const url = matching(/^(?:https?:\/\/)?(?:\*\.)?[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*(?::\d+)?(?:\/\S*)?$/);

/** A glob or path inside the folder of the file. */
const path = matching(/^(?!\/|~|[A-Za-z]:)(?!(?:.*\/)?\.\.(?:\/|$)).+$/);

export const groundings = ['contract', 'eigen-beheer', 'overheidsdienst'] as const;
export const phases = ['verkenning', 'experiment', 'pilot', 'productie', 'beëindigd'] as const;
const dataKinds = ['geen', 'persoonsgegevens', 'bijzondere'] as const;

const agreements = z.strictObject({
  datadeling: optional(text, 'Wat de leverancier met de gegevens mag doen, bijvoorbeeld: geen.'),
  bewaartermijn: optional(text, 'Hoe lang de leverancier invoer en uitvoer bewaart, bijvoorbeeld: 0 dagen.'),
  hertraining: optional(text, 'Of de leverancier modellen hertraint op de invoer: nee, of onder welke voorwaarde.'),
});

const contract = z.strictObject({
  kenmerk: required(text, 'Kenmerk of nummer waaronder het contract te vinden is.'),
  voorwaarden: optional(someOf(text), 'Inkoopvoorwaarden die gelden, bijvoorbeeld ARBIT-2022.'),
  'geldig-tot': optional(dateOrToDo, 'Laatste dag waarop het contract geldt (jjjj-mm-dd).'),
  afspraken: optional(agreements, 'Afspraken met de leverancier over de gegevens.'),
});

const endpoint = z
  .strictObject({
    id: required(id, 'Korte naam van dit endpoint: kleine letters, cijfers en streepjes.'),
    url: optional(
      url,
      'Webadres van het endpoint. Een host mag met *. beginnen; een pad geldt ook voor alles eronder.',
    ),
    variabele: optional(
      text,
      'Naam van de omgevingsvariabele, instelling of functie die het adres bepaalt, als het adres niet in het project staat.',
    ),
    grondslag: required(
      z.enum(groundings),
      'Waarop het gebruik rust: een contract, eigen beheer of een dienst van de overheid.',
    ),
    contract: optional(contract, 'Het contract waarop het gebruik rust.'),
    leverancier: optional(
      text,
      'Naam van de leverancier of dienst, bijvoorbeeld Amazon Bedrock. Genoeg als het adres niet in het project staat.',
    ),
    modellen: optional(someOf(text), 'Modellen die op dit endpoint te gebruiken zijn.'),
    sinds: optional(date, 'Sinds wanneer dit endpoint in gebruik is (jjjj-mm-dd).'),
    regio: optional(text, 'Regio waar de verwerking plaatsvindt, bijvoorbeeld westeurope.'),
    doorgifte: optional(
      text,
      'Waarom gegevens buiten de EER mogen komen, of waarom dat hier niet gebeurt; of waar dat staat.',
    ),
    'exit-strategie': optional(text, 'Hoe u overstapt op een andere dienst, of waar dat staat.'),
    toelichting: optional(text, 'Vrije toelichting.'),
  })
  .check(
    z.refine(
      (record) => record.url !== undefined || record.variabele !== undefined || record.leverancier !== undefined,
      {
        params: { variant: 'url-of-variabele' },
      },
    ),
  );

const reference = z.strictObject({
  verwijzing: required(text, 'Pad vanaf deze map, webadres, adres in het Algoritmeregister of URN.'),
  status: optional(z.enum(['concept', 'definitief']), 'Status van het document.'),
  datum: optional(date, 'Datum van het document (jjjj-mm-dd).'),
  'geldig-tot': optional(dateOrToDo, 'Datum waarop het document opnieuw bekeken moet zijn (jjjj-mm-dd).'),
  hergebruik: optional(
    z.strictObject({
      van: required(text, 'Toepassing, project of organisatie waarvoor het document is gemaakt.'),
      reden: required(text, 'Waarom het document ook voor deze toepassing geldt.'),
    }),
    'Alleen als het document voor een andere toepassing is gemaakt en hier opnieuw wordt gebruikt.',
  ),
});

export const analysisKinds = ['prescan', 'dpia', 'iama', 'aiia', 'fria', 'anders'] as const;

const analyses = z.strictObject({
  prescan: optional(reference, 'Pre-scan DPIA.'),
  dpia: optional(reference, 'Data Protection Impact Assessment.'),
  iama: optional(reference, 'Impact Assessment Mensenrechten en Algoritmes.'),
  aiia: optional(reference, 'AI Impact Assessment.'),
  fria: optional(reference, 'Beoordeling van de gevolgen voor grondrechten (FRIA).'),
  anders: optional(reference, 'Een andere impact assessment voor algoritmes.'),
});

const decisions = ['geen', 'ondersteunt', 'automatisch'] as const;

const unless = z.strictObject({
  veiligheid: required(
    text,
    'Hoe robuust de veiligheidsmechanismen zijn, en waarom een gesloten model dan beter past.',
  ),
  toepassingscontext: required(text, 'Wat de context betekent voor misbruik en cyberveiligheid.'),
});

const useCase = z.strictObject({
  id: required(id, 'Korte naam van deze toepassing: kleine letters, cijfers en streepjes.'),
  doel: required(text, 'Waarvoor generatieve AI hier wordt gebruikt, in één zin.'),
  fase: optional(z.enum(phases), 'Hoe ver de toepassing is.'),
  'in-gebruik-sinds': optional(date, 'Eerste dag van het gebruik in productie (jjjj-mm-dd).'),
  gewijzigd: optional(date, 'Wanneer het doel, het model of het endpoint voor het laatst veranderde (jjjj-mm-dd).'),
  paden: optional(someOf(path), 'Bestanden van deze toepassing, als patroon vanaf deze map: src/brief/**.'),
  endpoints: optional(z.array(id), 'De endpoints die deze toepassing gebruikt, met hun id.'),
  gegevens: optional(z.enum(dataKinds), 'Welke persoonsgegevens naar het model gaan.'),
  risicoanalyse: optional(analyses, 'De risicoanalyses die vooraf zijn gedaan.'),
  advies: optional(
    z.strictObject({
      fg: optional(dateOrToDo, 'Datum van het advies van de Functionaris Gegevensbescherming (jjjj-mm-dd).'),
      cio: optional(dateOrToDo, 'Datum van het advies van de (departementale) CIO (jjjj-mm-dd).'),
    }),
    'Adviezen over de risicoanalyses.',
  ),
  'open-source': optional(
    z.strictObject({
      tenzij: required(unless, 'Waarom hier geen open model wordt gebruikt. Beide factoren zijn nodig.'),
    }),
    'Open source heeft de voorkeur, tenzij.',
  ),
  'besluiten-over-mensen': optional(
    z.enum(decisions),
    'Of de uitkomst meetelt bij besluiten over mensen: geen, ondersteunt of automatisch.',
  ),
  'menselijk-toezicht': optional(text, 'Wie de uitkomsten beoordeelt, en hoe.'),
  transparantie: optional(text, 'Hoe gebruikers weten dat zij met AI te maken hebben.'),
  algoritmeregister: optional(
    text,
    'Adres van deze toepassing in het Algoritmeregister, of haar nummer van acht cijfers.',
  ),
  gebruikersinstructie: optional(text, 'Training of instructie voor medewerkers.'),
  toelichting: optional(text, 'Vrije toelichting.'),
});

const assistant = z.strictObject({
  naam: required(text, 'Naam van de assistent of het hulpmiddel, bijvoorbeeld GitHub Copilot.'),
  grondslag: required(
    z.enum(groundings),
    'Waarop het gebruik rust: een contract, eigen beheer of een dienst van de overheid.',
  ),
  contract: optional(contract, 'Het contract waarop het gebruik rust.'),
  toelichting: optional(text, 'Vrije toelichting.'),
});

const ownCode = z.strictObject({
  tenzij: optional(text, 'Waarom de eigen broncode niet open is.'),
  vindplaats: optional(text, 'Waar de broncode openbaar staat.'),
});

const exception = z.strictObject({
  controle: required(text, 'Naam van de controle die hier niet geldt, bijvoorbeeld iama-ontbreekt.'),
  toepassing: required(id, 'Id van de toepassing waarvoor de uitzondering geldt.'),
  reden: required(text, 'Waarom de uitzondering gerechtvaardigd is.'),
  'geldig-tot': required(date, 'Laatste dag van de uitzondering (jjjj-mm-dd).'),
});

export const accountabilitySchema = required(
  z.strictObject({
    versie: required(z.literal(1), 'Versie van dit bestandsformaat: 1.'),
    organisatie: optional(text, 'Naam van de organisatie die de generatieve AI gebruikt.'),
    beleid: optional(z.enum(profiles), 'Het beleid waarop wordt gecontroleerd.'),
    'erft-van': optional(
      z.array(matching(/^(?!\/|~|[A-Za-z]+:).+$/)),
      'Andere verantwoordingsbestanden: een pad vanaf deze map, of de naam van een npm-pakket dat is geïnstalleerd. Hun endpoints en assistenten tellen hier mee.',
    ),
    endpoints: optional(z.array(endpoint), 'Endpoints van generatieve AI en waarop het gebruik rust.'),
    toepassingen: optional(z.array(useCase), 'De toepassingen van generatieve AI in dit project.'),
    assistenten: optional(z.array(assistant), 'AI-assistenten en MCP-servers waarmee het team werkt.'),
    'eigen-code': optional(ownCode, 'De openheid van de eigen broncode: open, tenzij.'),
    uitzonderingen: optional(z.array(exception), 'Uitzonderingen op een controle, met reden en einddatum.'),
  }),
  'Verantwoording van generatieve AI in dit project.',
);

export type AccountabilityData = z.infer<typeof accountabilitySchema>;
export type EndpointData = z.infer<typeof endpoint>;
export type UseCaseData = z.infer<typeof useCase>;
export type ReferenceData = z.infer<typeof reference>;
export type AssistantData = z.infer<typeof assistant>;
export type ExceptionData = z.infer<typeof exception>;
export type AnalysisKind = (typeof analysisKinds)[number];
