import { Random } from './random.js';

/**
 * Of what programs in a language are made. In the texts `$N` is a fresh name, `$T` a type's name, `$S` a string literal,
 * `$E` an expression; `$B` is a few statements, indented as far as `$B` stands.
 */
export interface Templates {
  readonly head: string;
  readonly tail?: string;
  readonly statements: readonly string[];
  readonly expressions: readonly string[];
  readonly strings: readonly string[];
  readonly names?: readonly string[];
  /** Whether statements stand deeper than the head. */
  readonly indent?: string;
}

const MAX_DEPTH = 3;
const names = [
  'client',
  'model',
  'answer',
  'config',
  'url',
  'key',
  'prompt',
  'items',
  'result',
  'value',
  'path',
  'user',
];
const types = ['Client', 'Options', 'OpenAIClient', 'Builder', 'Message', 'Settings', 'Request'];

/** A program of about so many statements; the same for the same seed. */
export function generate(templates: Templates, seed: number, statements = 60): string {
  return new Generator(templates, new Random(seed)).program(statements);
}

class Generator {
  constructor(
    private readonly templates: Templates,
    private readonly random: Random,
  ) {}

  program(count: number): string {
    const { head, tail = '', indent = '' } = this.templates;
    return `${head}${this.block(count, indent, 0)}${tail}`;
  }

  private block(count: number, indent: string, depth: number): string {
    let text = '';
    for (let i = 0; i < count; i++) {
      const filled = this.fill(this.random.pick(this.templates.statements), depth, indent);
      text += `${filled
        .split('\n')
        .map((line) => (line === '' || line.startsWith('\u0001') ? line : indent + line))
        .join('\n')}\n`;
    }
    // A mark at the start of a line keeps it where it is: a heredoc's text and label.
    return text.replaceAll('\u0001', '');
  }

  private fill(template: string, depth: number, indent: string): string {
    return template.replace(/^([ \t]*)\$B$|\$([NTSE])/gm, (_, blank: string | undefined, what: string | undefined) => {
      if (blank !== undefined) {
        return this.block(1 + this.random.below(depth < 2 ? 3 : 1), blank, depth + 1).replace(/\n$/, '');
      }
      if (what === 'N') return this.name();
      if (what === 'T') return this.random.pick(types);
      if (what === 'S' || depth >= MAX_DEPTH) return this.string(depth);
      return this.fill(this.random.pick(this.templates.expressions), depth + 1, indent);
    });
  }

  private name(): string {
    return (
      this.random.pick(this.templates.names ?? names) + (this.random.below(3) === 0 ? String(this.random.below(9)) : '')
    );
  }

  private string(depth: number): string {
    const text = this.random.pick(this.templates.strings);
    return text.includes('$') && depth > MAX_DEPTH + 1
      ? this.random.pick(this.templates.strings.filter((one) => !/\$[NE]/.test(one)))
      : this.fill(text, depth + 2, '');
  }
}
