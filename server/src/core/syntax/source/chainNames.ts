import type { Span } from '../../place.js';
import type { CallFact, Expr } from '../fact.js';
import type { Language } from './language.js';
import type { Mutable, Reader } from './reader.js';

/** `process.env.NAME`, `$env:NAME`, and in shells `$NAME`. */
export function environmentVariable(language: Language, path: string, firstName: string): string | undefined {
  if (language.id === 'powershell') return /^\$env:(\w+)$/i.exec(firstName)?.[1];
  if (language.id === 'shell') return /^\$([A-Z][A-Z0-9_]+)$/.exec(firstName)?.[1];
  for (const map of language.environmentMaps) {
    if (path.startsWith(`${map}.`)) {
      const name = path.slice(map.length + 1);
      if (/^[A-Z][A-Z0-9_]*$/.test(name)) return name;
    }
  }
  return language.id === 'javascript' || language.id === 'typescript' ? handedVariable.exec(path)?.[1] : undefined;
}

/** `c.env.NAME`, `this.env.NAME`: what a worker or function is handed with each request. */
const handedVariable = /(?:^|[.a-z])(?:\.env|Env)\.([A-Z][A-Z0-9_]+)$/;

const ofText = /\.(?:trim\w*|replace\w*|match|split|slice|sub\w+|concat|to\w+Case|toString|starts[wW]ith|ends[wW]ith)$/;

/** `process.env.NAME.trim()`: a variable that something is done with at once. */
export function variableOfMethod(language: Language, path: string): string | undefined {
  const cut = ofText.exec(path)?.index;
  return cut === undefined ? undefined : environmentVariable(language, path.slice(0, cut), '');
}

/** Types that stand before what they hand over when asked: `Optional<ImageModel>`, `IOptions<Settings>` of C#. */
export const hands = /^(?:Optional|ObjectProvider|Provider|Instance|Lazy|IOptions(?:Snapshot|Monitor)?)$/;

/** Without sigils; PHP's namespaces become dots. */
export function cleanName(name: string): string {
  const first = name.charCodeAt(0);
  if (first === 96) return name.slice(1, -1);
  if (first === 36 || first === 64 || name.includes('\\')) {
    return name
      .replace(/^[$@]+(?=[A-Za-z_])/, '')
      .replace(/\\/g, '.')
      .replace(/^\.+/, '');
  }
  return name;
}

const givesElse = /\.(?:unwrap_or(?:_else)?|or_?[eE]lse|getOrElse)$/;

/** `env::var("X").unwrap_or_else(|_| "…".to_string())`: what a variable is else, told behind its reading. */
export function orElse(
  read: Mutable<Expr & { t: 'environment' }>,
  { callee, args: [first] }: CallFact,
  { environment }: Reader,
): void {
  if (!givesElse.test(callee)) return;
  const value = first?.value.t === 'other' ? first.value.operands?.at(-1) : first?.value;
  if (!value || read.fallback) return;
  read.fallback = value;
  const last = environment.at(-1);
  if (last?.name === read.name) environment[environment.length - 1] = { ...last, fallback: value };
}

/** `OpenAI\Laravel\ServiceProvider::class`: a class by its whole name imports what it names. */
export function importWhole(path: string, span: Span, { imports }: Reader): void {
  imports.push({ module: path.slice(0, -'.class'.length), names: [], span, moduleSpan: span });
}
