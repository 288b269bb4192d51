import { createMistral } from '@ai-sdk/mistral';
import { generateText, type ModelMessage } from 'ai';

const mistral = createMistral({ apiKey: process.env.MISTRAL_API_KEY });

const opdracht = `Je beantwoordt vragen van inwoners over Gemeente Voorbeeld.
Weet je het antwoord niet? Verwijs dan naar 14 012.`;

/** Antwoord op de laatste vraag van een gesprek. */
export async function beantwoord(gesprek: ModelMessage[]): Promise<string> {
  const { text } = await generateText({
    model: mistral('mistral-small-latest'),
    system: opdracht,
    messages: gesprek,
  });
  return text;
}
