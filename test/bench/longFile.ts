/** Ordinary code with a call to a model here and there, as long as asked for. */
export function longFile(path: string, lines: number): string {
  const { head, block, call } = path.endsWith('.py') ? python : path.endsWith('.ts') ? typescript : java;
  const parts = [head];
  for (let count = head.split('\n').length, at = 0; count < lines; at += 1) {
    const part = (at % 12 === 5 ? call : block).replaceAll('#', String(at));
    parts.push(part);
    count += part.split('\n').length - 1;
  }
  return parts.join('');
}

const python = {
  head: 'import os\nfrom dataclasses import dataclass\nfrom openai import OpenAI\n\nBASE_URL = os.environ.get("OPENAI_BASE_URL")\n',
  block: `

@dataclass
class Aanvraag#:
    """Een aanvraag zoals die binnenkomt bij loket #."""

    kenmerk: str = "A-#"
    bedrag: float = 0.0

    def toelichting(self, naam: str) -> str:
        # Alleen wat de behandelaar nodig heeft.
        regels = [f"Aanvraag {self.kenmerk} van {naam}", "bedrag: %s" % self.bedrag]
        if self.bedrag > 100 and naam != "":
            regels.append("extra controle nodig: 'ja'")
        return "\\n".join(regels)
`,
  call: `

def samenvatting_#(tekst: str) -> str:
    client = OpenAI(base_url=BASE_URL, timeout=30)
    antwoord = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": f"Vat samen: {tekst}"}],
    )
    return antwoord.choices[0].message.content
`,
};

const typescript = {
  head: "import OpenAI from 'openai';\n\nconst baseURL = process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1';\n",
  block: `
/** Een aanvraag zoals die binnenkomt bij loket #. */
export interface Aanvraag# {
  readonly kenmerk: string;
  readonly bedrag: number;
}

export function toelichting#(aanvraag: Aanvraag#, naam: string): string {
  // Alleen wat de behandelaar nodig heeft.
  const regels = [\`Aanvraag \${aanvraag.kenmerk} van \${naam}\`, 'bedrag: ' + aanvraag.bedrag.toFixed(2)];
  if (aanvraag.bedrag > 100 && /[a-z]+/.test(naam)) regels.push("extra controle nodig: 'ja'");
  return regels.join('\\n');
}
`,
  call: `
export async function samenvatting#(tekst: string): Promise<string> {
  const client = new OpenAI({ baseURL, timeout: 30 });
  const antwoord = await client.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: \`Vat samen: \${tekst}\` }],
  });
  return antwoord.choices[0].message.content ?? '';
}
`,
};

const java = {
  head: 'package nl.voorbeeld;\n\nimport com.openai.client.OpenAIClient;\nimport com.openai.client.okhttp.OpenAIOkHttpClient;\n',
  block: `
/** Een aanvraag zoals die binnenkomt bij loket #. */
class Aanvraag# {
  private final String kenmerk = "A-#";
  private double bedrag = 0.0;

  String toelichting(String naam) {
    // Alleen wat de behandelaar nodig heeft.
    StringBuilder regels = new StringBuilder("Aanvraag ").append(kenmerk).append(" van ").append(naam);
    if (bedrag > 100 && !naam.isEmpty()) {
      regels.append("extra controle nodig: \\"ja\\"");
    }
    return regels.toString();
  }
}
`,
  call: `
class Samenvatter# {
  private final OpenAIClient client =
      OpenAIOkHttpClient.builder().baseUrl(System.getenv("OPENAI_BASE_URL")).apiKey(System.getenv("OPENAI_API_KEY")).build();

  String vatSamen(String tekst) {
    return client.chat().completions().create(vraag("gpt-4o", "Vat samen: " + tekst)).toString();
  }
}
`,
};
