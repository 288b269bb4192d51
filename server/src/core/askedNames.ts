import { bindingsOf } from './endpoint/bindings.js';
import type { FileFacts } from './syntax/fact.js';

/**
 * That a file binds a name at all, that it gives it a value, that it declares a class or function of that name, and that
 * it takes the name from another file.
 */
const answers = {
  binds: (facts: FileFacts, name: string): boolean => bindingsOf(facts, name).length > 0,
  gives: (facts: FileFacts, name: string): boolean =>
    bindingsOf(facts, name).some((binding) => binding.name === name && binding.value !== undefined),
  declares: (facts: FileFacts, name: string): boolean => facts.declared?.has(name) === true,
  takes: (facts: FileFacts, name: string): boolean =>
    facts.imports.some(({ names }) => names.some(({ alias }) => alias === name)),
} as const;
export type Kind = keyof typeof answers;

interface Asked {
  readonly kind: Kind;
  readonly name: string;
  answer: boolean;
}

/** What was asked of the names of each file, so that an edit touches only those who got another answer. */
export class AskedNames {
  private readonly asked = new Map<string, Map<string, Asked>>();

  /** The answer, and the question by which it is known. */
  ask(kind: Kind, facts: FileFacts, name: string): { readonly answer: boolean; readonly question: string } {
    const { path } = facts;
    const question = `${kind} ${name} in ${path}`;
    let ofFile = this.asked.get(path);
    if (!ofFile) this.asked.set(path, (ofFile = new Map()));
    let known = ofFile.get(question);
    if (!known) ofFile.set(question, (known = { kind, name, answer: answers[kind](facts, name) }));
    return { answer: known.answer, question };
  }

  /** The questions to which a file gives another answer now. */
  *changed(facts: FileFacts): Generator<string> {
    for (const [question, asked] of this.asked.get(facts.path) ?? []) {
      const answer = answers[asked.kind](facts, asked.name);
      if (answer === asked.answer) continue;
      asked.answer = answer;
      yield question;
    }
  }

  /** The file is gone. */
  forget(path: string): void {
    this.asked.delete(path);
  }
}
