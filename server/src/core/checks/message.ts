import { profiles } from '../settings.js';
import type { Language, Profile } from '../settings.js';
import type { Finding, RelatedPlace } from './finding.js';
import { checkData, linkedPassage, passagesOf, texts } from './rules.js';
import type { CitedPassage } from './rules.js';
import type { PerProfile } from './schema.js';

const defaultProfile: Profile = profiles[0];

/** The finding in one or two sentences, with the facts of the case. */
export function messageOf(finding: Finding, language: Language): string {
  const variant = checkData(finding.check).message[finding.variant];
  if (variant === undefined) throw new Error(`rules/checks/${finding.check} has no variant ${finding.variant}`);
  return fill(inProfile(variant[language], finding.profile ?? defaultProfile), finding.values);
}

export function relatedMessageOf(related: RelatedPlace, language: Language): string {
  return textOf(related.text, language, related.values);
}

/** A text of `rules/texts.yaml`. */
export function textOf(key: string, language: Language, values: Readonly<Record<string, string>> = {}): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`rules/texts has no ${key}`);
  return fill(text[language], values);
}

/** Title of a check, for lists and rule metadata. */
export function titleOf(checkId: string, language: Language): string {
  return checkData(checkId).title[language];
}

/** The passage of the handreiking that a finding links to. */
export function passageOf(
  checkId: string,
  profile: Profile = defaultProfile,
  language: Language = 'nl',
): { readonly id: string; readonly title: string; readonly url: string } {
  const cited = linkedPassage(checkId, profile);
  const { document, passage } = cited;
  const url = addressOf(cited) ?? '';
  return {
    id: passage.id,
    title: `${document.short[language]}, ${passage.where[language]}: ${passage.title[language]}`,
    url,
  };
}

/** Every message of a check, with the names of its values in place of the facts of a case. */
export function messageTemplatesOf(checkId: string, language: Language, profile: Profile = defaultProfile): string[] {
  const messages = Object.values(checkData(checkId).message).map((variant) => inProfile(variant[language], profile));
  return messages.map((message) =>
    message
      .replace(/\{([A-Za-z]+)\}/g, '<$1>')
      .replaceAll('<', '‹')
      .replaceAll('>', '›'),
  );
}

/** Markdown: title, why, what to do, the passages, and what this product is not. */
export function explanationOf(checkId: string, language: Language, profile: Profile = defaultProfile): string {
  return [
    `# ${titleOf(checkId, language)}`,
    `\`${checkId}\` · ${textOf('kop-ernst', language)}: ${severityName(checkId, profile, language)} (${textOf(`profiel-${profile}`, language)})`,
    bodyOf(checkId, language, profile, (title) => `## ${title}`),
  ].join('\n\n');
}

/** The same without title and severity, for a hover that already shows the message. */
export function hoverOf(checkId: string, language: Language, profile: Profile = defaultProfile): string {
  // A heading in a hover is larger than the message above it.
  return bodyOf(checkId, language, profile, (title) => `**${title}**`);
}

/** Why, what to do and the passages, under headings of the reader's choice. */
export function bodyOf(
  checkId: string,
  language: Language,
  profile: Profile,
  heading: (title: string) => string,
): string {
  const data = checkData(checkId);
  const cited = passagesOf(checkId, profile);
  return [
    heading(textOf('kop-waarom', language)),
    inProfile(data.why[language], profile),
    heading(textOf('kop-doen', language)),
    inProfile(data.remedy[language], profile),
    heading(textOf('kop-passages', language)),
    cited.length > 0 ? cited.map((one) => passageLine(one, language)).join('\n') : textOf('geen-passage', language),
    `_${textOf('geen-publicatie', language)}_`,
  ].join('\n\n');
}

/** The severity of a check as a person reads it. */
export function severityName(checkId: string, profile: Profile, language: Language): string {
  const severity = checkData(checkId).severity[profile];
  return textOf(`ernst-${severity === '-' ? 'uit' : severity}`, language);
}

function passageLine(cited: CitedPassage, language: Language): string {
  const { document, passage } = cited;
  const label = `${document.short[language]}, ${passage.where[language]}: ${passage.title[language]}`;
  const url = addressOf(cited);
  const source = url === undefined ? label : `[${label}](${url})`;
  const own = passage.paraphrase?.[language];
  const second = passage.verified === 'second-hand' ? ` (${textOf('tweedehands', language)})` : '';
  if (passage.text === undefined) return `- ${source}. ${own ?? ''}${second}`;
  const explained = language === 'en' && own !== undefined ? ` (${textOf('in-eigen-woorden', language)}: ${own})` : '';
  return `- ${source}. “${passage.text}”${explained}`;
}

/** `#page=N` opens most viewers on the page; where it does not, the document still opens. */
function addressOf({ document, passage }: CitedPassage): string | undefined {
  if (passage.url !== undefined) return passage.url;
  if (document.pdf === undefined) return document.url;
  return passage.page === undefined ? document.pdf : `${document.pdf}#page=${passage.page}`;
}

function inProfile(text: PerProfile, profile: Profile): string {
  return typeof text === 'string' ? text : text[profile];
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
