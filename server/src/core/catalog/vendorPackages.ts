/**
 * Vendors by the word that a package bears: small libraries around a service come and go, and are called after it. Only
 * words that mean nothing else.
 */
const vendors: readonly (readonly [word: RegExp, provider: string])[] = [
  [/azure[-_.]?open[-_.]?ai/i, 'azure-openai'],
  [/open[-_]?ai(?![a-z])|openai|chat[-_]?gpt/i, 'openai'],
  [/anthropic/i, 'anthropic'],
  [/gemini[-_.]?(?:ai|api|client|sdk)(?![a-z])|google[-_.]?gemini/i, 'google-gemini'],
  [/ollama/i, 'ollama'],
  [/open[-_]?router(?![a-z])/i, 'openrouter'],
  [/eleven[-_]?labs/i, 'elevenlabs'],
  [/deep[-_]?seek/i, 'deepseek'],
  [/mistral[-_.]?ai/i, 'mistral'],
];

/** What measures, tests, splits, counts or describes, and what generates nothing. */
const besides =
  /whisper|instrument|telemetry|trac(?:e|ing)|observ|mock|fake|stub|token|types?(?![a-z])|eslint|prettier|openapi|spec(?![a-z])|split|store|cache|checkpoint|icon|logo|theme|docs?(?![a-z])|eval|bench|test/i;

/** The vendor that an unlisted package is called after: `openai_gpt_rs`, `ruby-gemini-ai`. */
export function vendorOfPackage(name: string): string | undefined {
  if (name.length > 100 || besides.test(name)) return undefined;
  return vendors.find(([word]) => word.test(name))?.[1];
}
