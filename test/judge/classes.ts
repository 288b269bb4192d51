import type { Language } from '../../server/src/core/syntax/source/language.js';
import { lex } from '../../server/src/core/syntax/source/lexer.js';
import { Kind, type Tokens } from '../../server/src/core/syntax/source/tokens.js';
import type { TextClass } from './units.js';

/** For each character that is no space: what the lexer takes it for. What it made no token of is comment. */
export function classesOf(text: string, language: Language): TextClass[] {
  const classes = new Array<TextClass>(text.length).fill('comment');
  mark(lex(text, language), classes);
  return classes;
}

function mark(tokens: Tokens, classes: TextClass[]): void {
  for (let i = 0; i < tokens.count; i++) {
    const [start, end] = [tokens.start(i), tokens.end(i)];
    const string = tokens.strings.get(i);
    classes.fill(tokens.kind(i) === Kind.String ? 'string' : 'code', start, end);
    if (!string) continue;
    classes.fill('string', string.contentStart, string.contentEnd);
    for (const hole of string.holes) {
      classes.fill('comment', hole.start, hole.end);
      mark(hole.tokens, classes);
    }
  }
}
