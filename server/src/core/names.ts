/** The last part of a dotted name: `create` of `client.chat.completions.create`. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** `AzureOpenAiServiceEndpoint`, `azure-openai.endpoint` → `AZURE_OPENAI_SERVICE_ENDPOINT`; `openAIKey` → `OPENAI_KEY`. */
export function toWords(name: string): string {
  return name
    .replace(/[Oo]penA[iI]/g, 'Openai')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/[-.:\s/]+/g, '_')
    .replace(/_+/g, '_')
    .toUpperCase();
}
