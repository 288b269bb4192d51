import type { Grammar } from '../grammar.js';
import { bash } from './bash.js';
import { csharp } from './csharp.js';
import { dart } from './dart.js';
import { go } from './go.js';
import { java } from './java.js';
import { javascript, tsx, typescript } from './javascript.js';
import { kotlin } from './kotlin.js';
import { php } from './php.js';
import { powershell } from './powershell.js';
import { python } from './python.js';
import { r } from './r.js';
import { ruby } from './ruby.js';
import { rust } from './rust.js';
import { scala } from './scala.js';
import { swift } from './swift.js';

export const grammars = {
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
} satisfies Record<string, Grammar>;

export type GrammarName = keyof typeof grammars;
