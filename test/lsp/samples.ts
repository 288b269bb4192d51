import type { Diagnostic } from 'vscode-languageserver-protocol';

/** A client of a public service, in a place that no use case covers. */
export const callsPublicService = `from openai import OpenAI

client = OpenAI()


def samenvatting(brief: str) -> str:
    antwoord = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": brief}])
    return antwoord.choices[0].message.content
`;

export const callsNothing = `def optellen(links: int, rechts: int) -> int:
    return links + rechts
`;

/** Covers everything with one use case that names a DPIA: the finding about the DPIA goes away. */
export const coversEverything = `versie: 1
organisatie: Gemeente Voorbeeld
toepassingen:
  - id: brief-samenvatter
    doel: Samenvatten van inkomende brieven voor behandelaars
    fase: pilot
    paden: ['**']
    endpoints: []
    gegevens: geen
    risicoanalyse:
      dpia: { verwijzing: https://intranet.gemeente-zuid.nl/dpia/12 }
`;

export const dpiaMissing = 'dpia-ontbreekt';

export function checksOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(code)).sort();
}

export function diagnosticOf(diagnostics: readonly Diagnostic[], check: string): Diagnostic {
  const found = diagnostics.find(({ code }) => code === check);
  if (!found) throw new Error(`no ${check} among ${checksOf(diagnostics).join(', ') || 'no diagnostics'}`);
  return found;
}
