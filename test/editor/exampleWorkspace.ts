import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A small repository of a municipality, as the tests in editors open it. */
const files: Readonly<Record<string, string>> = {
  'diensten/brief/samenvatter.py': `"""Vat brieven samen voor de behandelaar."""
from openai import OpenAI

client = OpenAI()


def vat_samen(brief: str) -> str:
    antwoord = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": f"Vat samen: {brief}"}],
    )
    return antwoord.choices[0].message.content
`,
  'diensten/post/sorteren.py': `def sorteer(brieven: list[str]) -> list[str]:
    return sorted(brieven)
`,
  'README.md': '# Brieven\n\nDit project gebruikt OpenAI() om brieven samen te vatten.\n',
};

export const exampleFile = 'diensten/brief/samenvatter.py';

export interface ExampleWorkspace {
  readonly folder: string;
  remove(): void;
}

export function makeExampleWorkspace(): ExampleWorkspace {
  const folder = mkdtempSync(path.join(tmpdir(), 'handreiking-voorbeeld-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }) };
}
