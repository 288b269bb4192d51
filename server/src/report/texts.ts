import { skipReasonInDutch } from './skipReasons.js';
import type { Severity, SuppressedFinding } from '../core/checks/finding.js';
import type { EndpointClass } from '../core/endpoint/endpoint.js';
import type { Language } from '../core/settings.js';
import type { UsageKind } from '../core/usage/usage.js';

/** The words of the reports themselves; those of the policy stand in `rules/`. */
export interface ReportTexts {
  readonly severity: Readonly<Record<Severity, string>>;
  count(severity: Severity, number: number): string;
  readonly nothingFound: string;
  found(counts: string, files: number): string;
  scanned(files: number, parsed: number, usages: number): string;
  baseline(hidden: number, stale: number): string;
  /** Of comments and exceptions; a baseline has a line of its own. */
  suppressed(comments: number, exceptions: number): string;
  readonly showSuppressed: string;
  readonly suppressedHead: string;
  suppressedBy(by: SuppressedFinding['suppression']['by'], place: string, until: string, reason: string): string;
  readonly step: string;
  readonly seeAlso: string;
  readonly restsOn: string;
  skipped(number: number): string;
  skipReason(reason: string): string;
  readonly disclaimer: string;
  readonly noUsages: string;
  usages(number: number, files: number, providers: number): string;
  readonly kind: Readonly<Record<UsageKind, string>>;
  readonly reach: Readonly<Record<EndpointClass, string>>;
  readonly columns: { readonly provider: string; readonly places: string; readonly reach: string };
}

const plural = (number: number, one: string, more: string): string => `${format(number)} ${number === 1 ? one : more}`;
const format = (number: number): string => String(number);

const nl: ReportTexts = {
  severity: { error: 'fout', warning: 'waarschuwing', information: 'mededeling', hint: 'tip' },
  count: (severity, number) =>
    ({
      error: plural(number, 'fout', 'fouten'),
      warning: plural(number, 'waarschuwing', 'waarschuwingen'),
      information: plural(number, 'mededeling', 'mededelingen'),
      hint: plural(number, 'tip', 'tips'),
    })[severity],
  nothingFound: 'Geen bevindingen.',
  found: (counts, files) => `${counts} in ${plural(files, 'bestand', 'bestanden')}.`,
  scanned: (files, parsed, usages) =>
    `${plural(files, 'bestand', 'bestanden')} bekeken, ${format(parsed)} gelezen, ` +
    `${plural(usages, 'plek', 'plekken')} met generatieve AI.`,
  baseline: (hidden, stale) =>
    `${plural(hidden, 'bevinding staat', 'bevindingen staan')} in de baseline en ${hidden === 1 ? 'is' : 'zijn'} hier ` +
    'niet getoond.' +
    (stale === 0
      ? ''
      : ` ${plural(stale, 'regel', 'regels')} van de baseline ${stale === 1 ? 'hoort' : 'horen'} bij geen bevinding ` +
        'meer: "handreiking baseline --prune" ruimt die op.'),
  suppressed: (comments, exceptions) =>
    `${plural(comments + exceptions, 'bevinding wordt', 'bevindingen worden')} genegeerd: ` +
    `${format(comments)} door commentaar in de code, ${format(exceptions)} door een uitzondering.`,
  showSuppressed: 'Met --show-suppressed ziet u ze, met reden en einddatum.',
  suppressedHead: 'Genegeerd',
  suppressedBy: (by, place, until, reason) =>
    by === 'baseline'
      ? `staat in de baseline (${place})`
      : `${by === 'comment' ? 'commentaar' : 'uitzondering'} (${place}), tot en met ${until}: ${reason}`,
  step: 'Volgende stap',
  seeAlso: 'Zie ook',
  restsOn: 'Waar de bevindingen op rusten',
  skipped: (number) => `Niet of niet helemaal gelezen: ${plural(number, 'bestand', 'bestanden')}.`,
  skipReason: (reason) =>
    ({
      'too-large': 'te groot',
      'too-much': 'te veel voor één bestand; het begin is gelezen',
      failed: 'niet helemaal onderzocht door een fout in dit programma; meld het ons',
      binary: 'geen tekst',
      minified: 'verkleinde code',
      unreadable: 'niet te openen',
    })[reason] ?? skipReasonInDutch(reason),
  disclaimer:
    'Dit is geen oordeel: dit overzicht zegt wat er is gevonden, nooit dat iets in orde is. ' +
    'Handreiking GenAI is geen uitgave van het ministerie.',
  noUsages: 'Geen gebruik van generatieve AI gevonden.',
  usages: (number, files, providers) =>
    `${plural(number, 'plek', 'plekken')} in ${plural(files, 'bestand', 'bestanden')}, ` +
    `${plural(providers, 'aanbieder of hulpmiddel', 'aanbieders en hulpmiddelen')}.`,
  kind: {
    import: 'import',
    client: 'client',
    endpoint: 'endpoint',
    model: 'model',
    dependency: 'afhankelijkheid',
    environment: 'omgevingsvariabele',
    infrastructure: 'infrastructuur',
    container: 'container',
    workflow: 'workflow',
    assistant: 'assistent',
  },
  reach: {
    public: 'openbare API',
    consumer: 'consumentendienst',
    tenant: 'eigen omgeving',
    government: 'overheidsdienst',
    local: 'lokaal',
    unknown: 'onbekend',
  },
  columns: { provider: 'Aanbieder of hulpmiddel', places: 'Plekken', reach: 'Gaat naar' },
};

const en: ReportTexts = {
  severity: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
  count: (severity, number) =>
    ({
      error: plural(number, 'error', 'errors'),
      warning: plural(number, 'warning', 'warnings'),
      information: plural(number, 'information', 'information'),
      hint: plural(number, 'hint', 'hints'),
    })[severity],
  nothingFound: 'No findings.',
  found: (counts, files) => `${counts} in ${plural(files, 'file', 'files')}.`,
  scanned: (files, parsed, usages) =>
    `${plural(files, 'file', 'files')} looked at, ${format(parsed)} read, ` +
    `${plural(usages, 'place', 'places')} with generative AI.`,
  baseline: (hidden, stale) =>
    `${plural(hidden, 'finding is', 'findings are')} in the baseline and not shown here.` +
    (stale === 0
      ? ''
      : ` ${plural(stale, 'entry', 'entries')} of the baseline ${stale === 1 ? 'fits' : 'fit'} no finding any more: ` +
        '"handreiking baseline --prune" removes them.'),
  suppressed: (comments, exceptions) =>
    `${plural(comments + exceptions, 'finding is', 'findings are')} suppressed: ` +
    `${format(comments)} by a comment in the code, ${format(exceptions)} by an exception.`,
  showSuppressed: '--show-suppressed shows them, with reason and end date.',
  suppressedHead: 'Suppressed',
  suppressedBy: (by, place, until, reason) =>
    by === 'baseline'
      ? `in the baseline (${place})`
      : `${by === 'comment' ? 'comment' : 'exception'} (${place}), up to and including ${until}: ${reason}`,
  step: 'Next step',
  seeAlso: 'See also',
  restsOn: 'What the findings rest on',
  skipped: (number) => `Not read, or not in full: ${plural(number, 'file', 'files')}.`,
  skipReason: (reason) =>
    ({
      'too-large': 'too large',
      'too-much': 'too much for one file; its beginning was read',
      failed: 'not examined in full because of a mistake in this program; please report it',
      binary: 'not text',
      minified: 'minified code',
      unreadable: 'cannot be opened',
    })[reason] ?? reason,
  disclaimer:
    'This is not a verdict: it says what was found, never that something is in order. ' +
    'Handreiking GenAI is not a publication of the ministry.',
  noUsages: 'No use of generative AI found.',
  usages: (number, files, providers) =>
    `${plural(number, 'place', 'places')} in ${plural(files, 'file', 'files')}, ` +
    `${plural(providers, 'provider or tool', 'providers and tools')}.`,
  kind: {
    import: 'import',
    client: 'client',
    endpoint: 'endpoint',
    model: 'model',
    dependency: 'dependency',
    environment: 'environment variable',
    infrastructure: 'infrastructure',
    container: 'container',
    workflow: 'workflow',
    assistant: 'assistant',
  },
  reach: {
    public: 'public API',
    consumer: 'consumer service',
    tenant: 'own environment',
    government: 'government service',
    local: 'local',
    unknown: 'unknown',
  },
  columns: { provider: 'Provider or tool', places: 'Places', reach: 'Reaches' },
};

export const reportTexts: Readonly<Record<Language, ReportTexts>> = { nl, en };
