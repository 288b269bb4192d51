const translated =
  /(?:^|\/)_?(?:locales?|l10n|i18n|translations?|lang|messages)\/(?:.*\/)?(?!(?:js|ts|php|py|go|cs|api|src|lib|app)\b)[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?(?:\/[^/]+)?\.(?:json5?|ya?ml|properties|[cm]?[jt]s|php|toml)$/;

/** The texts of an interface in one language, `l10n/nl.json`, `locales/nl-NL/chat.ts`: what they name, nothing uses. */
export function isTranslation(path: string): boolean {
  return translated.test(path);
}
