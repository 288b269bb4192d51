import type { Language } from '../language.js';
import { csharp } from './csharp.js';
import { javascript, tsx, typescript } from './javascript.js';
import { java, kotlin, scala } from './jvm.js';
import { python } from './python.js';
import { php, powershell, r, ruby, shell } from './scripting.js';
import { dart, go, rust, swift } from './systems.js';

export const languages: readonly Language[] = [
  python,
  javascript,
  tsx,
  typescript,
  java,
  kotlin,
  scala,
  csharp,
  go,
  rust,
  swift,
  dart,
  php,
  ruby,
  r,
  shell,
  powershell,
];

export const languageById: ReadonlyMap<string, Language> = new Map(
  languages.map((language) => [language.id, language]),
);
