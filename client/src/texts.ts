import { workspace } from 'vscode';

/**
 * VS Code has no Dutch display language, so the language of what a person reads is a setting of our own, and the words
 * of the client stand here instead of in a bundle that would never be loaded.
 */
const texts = {
  name: { nl: 'Handreiking GenAI', en: 'Handreiking GenAI' },
  ready: { nl: 'Klaar', en: 'Ready' },
  starting: { nl: 'Start', en: 'Starting' },
  scanning: { nl: 'Doorzoekt de werkmap', en: 'Searching the workspace' },
  stopped: { nl: 'Gestopt', en: 'Stopped' },
  showLog: { nl: 'Logboek tonen', en: 'Show log' },
  startFailed: {
    nl: 'De server van Handreiking GenAI is niet gestart. Het logboek zegt waarom.',
    en: 'The server of Handreiking GenAI did not start. The log says why.',
  },
  notRunning: {
    nl: 'De server van Handreiking GenAI draait niet. Herstart hem en probeer het opnieuw.',
    en: 'The server of Handreiking GenAI is not running. Restart it and try again.',
  },
  chooseCheck: { nl: 'Welke controle?', en: 'Which check?' },
  noFolder: { nl: 'Open eerst een map.', en: 'Open a folder first.' },
  chooseFolder: { nl: 'In welke map?', en: 'In which folder?' },
} satisfies Record<string, Record<'nl' | 'en', string>>;

export function say(name: keyof typeof texts): string {
  return texts[name][language()];
}

export function language(): 'nl' | 'en' {
  return workspace.getConfiguration('handreiking').get('language') === 'en' ? 'en' : 'nl';
}
