import type { Catalogue } from '../catalog/catalogue.js';

/**
 * Whether a model that goes by the name of one provider's may be asked of another. A vendor of closed models has its own
 * and no others; other services have those of an open family, as far as they are known to host any.
 */
export function canServe(service: string, owner: string, catalogue: Catalogue): boolean {
  if (service === owner) return true;
  // What Bedrock calls a model, nothing else does.
  if (owner === 'aws-bedrock') return catalogue.provider(service)?.kind === 'gateway';
  // OpenAI's own go by no such name at Amazon or Google, who have them only as `openai.gpt-oss-…`.
  if (owner === 'openai' && (service === 'aws-bedrock' || service === 'google-vertex')) return false;
  // Of the other clouds none has Google's models, and Amazon calls all that it has by longer names than their makers do.
  if (service === 'aws-bedrock') return owner === 'anthropic';
  const [entry, other] = [catalogue.provider(service), catalogue.provider(owner)];
  // Azure's own service has OpenAI's models; others' go by another name there.
  if (service === 'azure-openai') return other?.openness !== 'closed' || owner === 'openai';
  // Of OpenAI's closed models, the other clouds have none, and whoever has a model on its own machine, has an open one.
  if (entry?.kind === 'cloud' && owner === 'openai') return false;
  if (entry?.kind === 'local' && service !== 'openwebui') return other?.openness !== 'closed';
  if (entry?.kind !== 'service') return true;
  if (entry.openness === 'closed') return service === 'openai' && owner === 'azure-openai';
  return (
    other?.openness !== 'closed' && (entry.models === undefined || entry.models.some((name) => /llama/i.test(name)))
  );
}
