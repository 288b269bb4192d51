import * as z from 'zod';
import { profiles } from '../settings.js';

/**
 * The shape of `ai-verantwoording.yml`. Used at run time to read the file, and to generate the published JSON Schema; the
 * descriptions are what a person sees in a YAML editor. Keys are Dutch, because each is a term of Dutch policy.
 */

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/);
const date = z.iso.date();
/** A date, or the note of a quick fix that it still has to be filled in; the checks do not count such a note. */
const dateOrToDo = z.string().regex(new RegExp(`^(?:${z.regexes.date.source.replace(/^\^|\$$/g, '')}|INVULLEN.*)$`));

const url = z.string().regex(/^(?:https?:\/\/)?(?:\*\.)?[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*(?::\d+)?(?:\/\S*)?$/);

/** A glob or path inside the folder of the file. */
const path = z.string().regex(/^(?!\/|~|[A-Za-z]:)(?!(?:.*\/)?\.\.(?:\/|$)).+$/);

export const groundings = ['contract', 'eigen-beheer', 'overheidsdienst'] as const;
export const phases = ['verkenning', 'experiment', 'pilot', 'productie', 'beëindigd'] as const;
const dataKinds = ['geen', 'persoonsgegevens', 'bijzondere'] as const;

const agreements = z.strictObject({
  datadeling: text.optional().describe('Wat de leverancier met de gegevens mag doen, bijvoorbeeld: geen.'),
  bewaartermijn: text.optional().describe('Hoe lang de leverancier invoer en uitvoer bewaart, bijvoorbeeld: 0 dagen.'),
  hertraining: text
    .optional()
    .describe('Of de leverancier modellen hertraint op de invoer: nee, of onder welke voorwaarde.'),
});

const contract = z.strictObject({
  kenmerk: text.describe('Kenmerk of nummer waaronder het contract te vinden is.'),
  voorwaarden: z.array(text).min(1).optional().describe('Inkoopvoorwaarden die gelden, bijvoorbeeld ARBIT-2022.'),
  'geldig-tot': date.optional().describe('Laatste dag waarop het contract geldt (jjjj-mm-dd).'),
  afspraken: agreements.optional().describe('Afspraken met de leverancier over de gegevens.'),
});

const endpoint = z
  .strictObject({
    id: id.describe('Korte naam van dit endpoint: kleine letters, cijfers en streepjes.'),
    url: url
      .optional()
      .describe('Webadres van het endpoint. Een host mag met *. beginnen; een pad geldt ook voor alles eronder.'),
    variabele: text
      .optional()
      .describe(
        'Naam van de omgevingsvariabele of instelling die het adres bepaalt, als het adres niet in het project staat.',
      ),
    grondslag: z
      .enum(groundings)
      .describe('Waarop het gebruik rust: een contract, eigen beheer of een dienst van de overheid.'),
    contract: contract.optional().describe('Het contract waarop het gebruik rust.'),
    leverancier: text.optional().describe('Naam van de leverancier, bijvoorbeeld GitHub Copilot.'),
    modellen: z.array(text).min(1).optional().describe('Modellen die op dit endpoint te gebruiken zijn.'),
    sinds: date.optional().describe('Sinds wanneer dit endpoint in gebruik is (jjjj-mm-dd).'),
    regio: text.optional().describe('Regio waar de verwerking plaatsvindt, bijvoorbeeld westeurope.'),
    doorgifte: text
      .optional()
      .describe('Waarom gegevens buiten de EER mogen komen, of waarom dat hier niet gebeurt; of waar dat staat.'),
    'exit-strategie': text.optional().describe('Hoe u overstapt op een andere dienst, of waar dat staat.'),
    toelichting: text.optional().describe('Vrije toelichting.'),
  })
  .refine((record) => record.url !== undefined || record.variabele !== undefined, {
    params: { variant: 'url-of-variabele' },
  });

const reference = z.strictObject({
  verwijzing: text.describe('Pad vanaf deze map, webadres, adres in het Algoritmeregister of URN.'),
  status: z.enum(['concept', 'definitief']).optional().describe('Status van het document.'),
  datum: date.optional().describe('Datum van het document (jjjj-mm-dd).'),
  'geldig-tot': date.optional().describe('Datum waarop het document opnieuw bekeken moet zijn (jjjj-mm-dd).'),
  hergebruik: z
    .strictObject({
      van: text.describe('Toepassing, project of organisatie waarvoor het document is gemaakt.'),
      reden: text.describe('Waarom het document ook voor deze toepassing geldt.'),
    })
    .optional()
    .describe('Alleen als het document voor een andere toepassing is gemaakt en hier opnieuw wordt gebruikt.'),
});

export const analysisKinds = ['prescan', 'dpia', 'iama', 'aiia', 'fria', 'anders'] as const;

const analyses = z.strictObject({
  prescan: reference.optional().describe('Pre-scan DPIA.'),
  dpia: reference.optional().describe('Data Protection Impact Assessment.'),
  iama: reference.optional().describe('Impact Assessment Mensenrechten en Algoritmes.'),
  aiia: reference.optional().describe('AI Impact Assessment.'),
  fria: reference.optional().describe('Beoordeling van de gevolgen voor grondrechten (FRIA).'),
  anders: reference.optional().describe('Een andere impact assessment voor algoritmes.'),
});

const decisions = ['geen', 'ondersteunt', 'automatisch'] as const;

const unless = z.strictObject({
  veiligheid: text.describe('Hoe robuust de veiligheidsmechanismen zijn, en waarom een gesloten model dan beter past.'),
  toepassingscontext: text.describe('Wat de context betekent voor misbruik en cyberveiligheid.'),
});

const useCase = z.strictObject({
  id: id.describe('Korte naam van deze toepassing: kleine letters, cijfers en streepjes.'),
  doel: text.describe('Waarvoor generatieve AI hier wordt gebruikt, in één zin.'),
  fase: z.enum(phases).optional().describe('Hoe ver de toepassing is.'),
  'in-gebruik-sinds': date.optional().describe('Eerste dag van het gebruik in productie (jjjj-mm-dd).'),
  gewijzigd: date
    .optional()
    .describe('Wanneer het doel, het model of het endpoint voor het laatst veranderde (jjjj-mm-dd).'),
  paden: z
    .array(path)
    .min(1)
    .optional()
    .describe('Bestanden van deze toepassing, als patroon vanaf deze map: src/brief/**.'),
  endpoints: z.array(id).optional().describe('De endpoints die deze toepassing gebruikt, met hun id.'),
  gegevens: z.enum(dataKinds).optional().describe('Welke persoonsgegevens naar het model gaan.'),
  risicoanalyse: analyses.optional().describe('De risicoanalyses die vooraf zijn gedaan.'),
  advies: z
    .strictObject({
      fg: dateOrToDo.optional().describe('Datum van het advies van de Functionaris Gegevensbescherming (jjjj-mm-dd).'),
      cio: dateOrToDo.optional().describe('Datum van het advies van de (departementale) CIO (jjjj-mm-dd).'),
    })
    .optional()
    .describe('Adviezen over de risicoanalyses.'),
  'open-source': z
    .strictObject({ tenzij: unless.describe('Waarom hier geen open model wordt gebruikt. Beide factoren zijn nodig.') })
    .optional()
    .describe('Open source heeft de voorkeur, tenzij.'),
  'besluiten-over-mensen': z
    .enum(decisions)
    .optional()
    .describe('Of de uitkomst meetelt bij besluiten over mensen: geen, ondersteunt of automatisch.'),
  'menselijk-toezicht': text.optional().describe('Wie de uitkomsten beoordeelt, en hoe.'),
  transparantie: text.optional().describe('Hoe gebruikers weten dat zij met AI te maken hebben.'),
  algoritmeregister: text
    .optional()
    .describe('Adres van deze toepassing in het Algoritmeregister, of haar nummer van acht cijfers.'),
  gebruikersinstructie: text.optional().describe('Training of instructie voor medewerkers.'),
  toelichting: text.optional().describe('Vrije toelichting.'),
});

const assistant = z.strictObject({
  naam: text.describe('Naam van de assistent of het hulpmiddel, bijvoorbeeld GitHub Copilot.'),
  grondslag: z
    .enum(groundings)
    .describe('Waarop het gebruik rust: een contract, eigen beheer of een dienst van de overheid.'),
  contract: contract.optional().describe('Het contract waarop het gebruik rust.'),
  toelichting: text.optional().describe('Vrije toelichting.'),
});

const ownCode = z.strictObject({
  tenzij: text.optional().describe('Waarom de eigen broncode niet open is.'),
  vindplaats: text.optional().describe('Waar de broncode openbaar staat.'),
});

const exception = z.strictObject({
  controle: text.describe('Naam van de controle die hier niet geldt, bijvoorbeeld iama-ontbreekt.'),
  toepassing: id.describe('Id van de toepassing waarvoor de uitzondering geldt.'),
  reden: text.describe('Waarom de uitzondering gerechtvaardigd is.'),
  'geldig-tot': date.describe('Laatste dag van de uitzondering (jjjj-mm-dd).'),
});

export const accountabilitySchema = z
  .strictObject({
    versie: z.literal(1).describe('Versie van dit bestandsformaat: 1.'),
    organisatie: text.optional().describe('Naam van de organisatie die de generatieve AI gebruikt.'),
    beleid: z.enum(profiles).optional().describe('Het beleid waarop wordt gecontroleerd.'),
    'erft-van': z
      .array(z.string().regex(/^(?!\/|~|[A-Za-z]+:).+$/))
      .optional()
      .describe(
        'Andere verantwoordingsbestanden: een pad vanaf deze map, of de naam van een npm-pakket dat is geïnstalleerd. Hun endpoints en assistenten tellen hier mee.',
      ),
    endpoints: z.array(endpoint).optional().describe('Endpoints van generatieve AI en waarop het gebruik rust.'),
    toepassingen: z.array(useCase).optional().describe('De toepassingen van generatieve AI in dit project.'),
    assistenten: z.array(assistant).optional().describe('AI-assistenten en MCP-servers waarmee het team werkt.'),
    'eigen-code': ownCode.optional().describe('De openheid van de eigen broncode: open, tenzij.'),
    uitzonderingen: z.array(exception).optional().describe('Uitzonderingen op een controle, met reden en einddatum.'),
  })
  .describe('Verantwoording van generatieve AI in dit project.');

export type AccountabilityData = z.infer<typeof accountabilitySchema>;
export type EndpointData = z.infer<typeof endpoint>;
export type UseCaseData = z.infer<typeof useCase>;
export type ReferenceData = z.infer<typeof reference>;
export type AssistantData = z.infer<typeof assistant>;
export type ExceptionData = z.infer<typeof exception>;
export type AnalysisKind = (typeof analysisKinds)[number];
