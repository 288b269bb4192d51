import type { Grammar } from '../grammar.js';
import { csharp } from './csharp.js';
import { go } from './go.js';
import { java } from './java.js';
import { javascript, tsx, typescript } from './javascript.js';
import { kotlin } from './kotlin.js';
import { php } from './php.js';
import { python } from './python.js';
import { ruby } from './ruby.js';
import { rust } from './rust.js';

export const grammars: Readonly<Record<string, Grammar>> = {
  python, javascript, typescript, tsx, java, csharp, go, php, ruby, rust, kotlin,
};
