import type { GrammarName } from '../grammars/index.js';
import { csharp } from './csharp.js';
import type { Templates } from './generate.js';
import { javascript, tsx, typescript } from './javascript.js';
import { java, kotlin, scala } from './jvm.js';
import { python } from './python.js';
import { bash, php, powershell, r, ruby } from './scripting.js';
import { dart, go, rust, swift } from './systems.js';

export const templates: Readonly<Record<GrammarName, Templates>> = {
  python,
  javascript,
  typescript,
  tsx,
  java,
  csharp,
  go,
  php,
  ruby,
  rust,
  kotlin,
  r,
  bash,
  powershell,
  scala,
  swift,
  dart,
};
