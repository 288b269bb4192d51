import type { Language } from '../../core/settings.js';

/** What every command that writes files says when that fails. */
export interface WriteTexts {
  notWritten(path: string, reason: string): string;
  reason(reason: string): string;
}

const nl: WriteTexts = {
  notWritten: (path, reason) => `"${path}" is niet geschreven: ${reason}.`,
  reason: (reason) =>
    ({
      outside: 'het bestand ligt buiten deze map',
      encoding: 'de tekens van de wijziging bestaan niet in de tekenset van dit bestand',
    })[reason] ?? reason,
};

const en: WriteTexts = {
  notWritten: (path, reason) => `"${path}" was not written: ${reason}.`,
  reason: (reason) =>
    ({
      outside: 'the file lies outside this folder',
      encoding: 'the character set of this file lacks characters of the change',
    })[reason] ?? reason,
};

export const writeTexts: Readonly<Record<Language, WriteTexts>> = { nl, en };
