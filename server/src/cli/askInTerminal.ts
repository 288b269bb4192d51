import { createInterface } from 'node:readline/promises';
import { Interrupted } from './surroundings.js';

/** Asks a person, one question after another. */
export interface Dialogue {
  /** The answer without spaces around it; undefined when nothing was answered, or no more answers will come. */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

/** A dialogue in a terminal. Enter skips a question, Ctrl+D all that follow, Ctrl+C ends the command. */
export function askInTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Dialogue {
  const lines = createInterface({ input, output });
  // Keeps lines that come before their question: whoever knows the questions can paste the answers.
  const answers = lines[Symbol.asyncIterator]();
  let closed = false;
  let interrupted = false;
  lines.once('close', () => (closed = true));
  lines.once('SIGINT', () => {
    interrupted = true;
    lines.close();
  });
  return {
    async ask(question) {
      if (!closed) {
        lines.setPrompt(question);
        lines.prompt();
      }
      const { value, done } = await answers.next();
      if (interrupted) throw new Interrupted();
      return done === true || value.trim() === '' ? undefined : value.trim();
    },
    close: () => lines.close(),
  };
}
