import { groundings } from '../core/accountability/schema.js';
import type { Grounding } from '../core/init/endpoints.js';
import type { Found } from '../core/init/found.js';
import type { Answers } from '../core/init/recordText.js';
import { profiles, type Profile } from '../core/settings.js';
import type { Dialogue } from './askInTerminal.js';
import type { InitTexts } from './texts/init.js';

/** What only a person can tell: asked for in the order of the file. */
export async function askForAnswers(
  { endpoints, useCases }: Found,
  chosen: Profile | undefined,
  dialogue: Dialogue,
  say: InitTexts,
): Promise<Answers> {
  const organisation = await dialogue.ask(say.organisation);
  const profile = chosen ?? (await choose(dialogue, say.profile, profiles, say));
  const answered = new Map<string, { grounding: Grounding; reference?: string }>();
  for (const { id, shown, grounding: known } of endpoints) {
    if (known !== undefined) continue;
    const grounding = await choose(dialogue, say.grounding(shown), groundings, say);
    if (grounding === undefined) continue;
    const reference = grounding === 'contract' ? await dialogue.ask(say.reference) : undefined;
    answered.set(id, { grounding, ...(reference !== undefined && { reference }) });
  }
  const purposes = new Map<string, string>();
  for (const { id, patterns, providers } of useCases) {
    const purpose = await dialogue.ask(say.purpose(id, patterns.join(', '), providers.join(', ')));
    if (purpose !== undefined) purposes.set(id, purpose);
  }
  return {
    groundings: answered,
    purposes,
    ...(organisation !== undefined && { organisation }),
    ...(profile !== undefined && { profile }),
  };
}

/** By its number, counted from 1; asked again until it is one, or skipped. */
async function choose<T extends string>(
  dialogue: Dialogue,
  question: string,
  choices: readonly T[],
  say: InitTexts,
): Promise<T | undefined> {
  for (let asked = question; ; asked = `${say.notAChoice}\n${question}`) {
    const answer = await dialogue.ask(asked);
    if (answer === undefined) return undefined;
    const choice = choices[Number(answer) - 1] ?? choices.find((one) => one === answer);
    if (choice !== undefined) return choice;
  }
}
