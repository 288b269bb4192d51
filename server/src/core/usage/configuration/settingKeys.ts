import type { SettingFact } from '../../syntax/fact.js';

/** The key of a model: `model`, `llm_name`, `embeddingModelId`. */
export const modelKey =
  /^(?:.*[_.-])?(?:model|deployment|engine|llm)s?(?:[_-]?(?:name|id|arn|string|turbo|weak|reasoning|fast|small|large|primary))?$|models?$|ModelId$|modelName$|Deployment(?:Name)?$|^hf[-_]?repo(?:sitory)?$/i;

/** What people read about a model: a card, sources, documentation. */
export const isPage =
  /^https?:\/\/(?:www\.|docs?\.|(?:[\w-]+\.)?git(?:hub|lab)\.com\/|huggingface\.co\/|hub\.docker\.com\/)/i;

/** Not where people read, sign in or are sent back to. */
export function isAddressKey(key: string): boolean {
  return (
    /(?:endpoint|ur[il]|host)$/i.test(key) &&
    !/doc|terms|polic|console|portal|sign|login|callback|redirect|web|home|status|pric|help|logo|icon|image|prox|key/i.test(
      key,
    )
  );
}

/** `language_model_api_name`, `chatModelId`; not what is shown to people. */
export function namesModel(key: string): boolean {
  return (
    /(?:model|llm|gpt|embedding)\w*(?:name|id|default|deployment)$/i.test(key) && !/display|label|title/i.test(key)
  );
}

/** A word that can be the name of a model. */
export const isName = /^(?!(?:true|false|none|null|auto|default)$)[A-Za-z][\w./:@-]{2,99}$/i;

/** Documentation, package metadata and lists of links hold addresses that nothing calls. */
export function mayHoldAddress({ path }: SettingFact, file: string): boolean {
  const key = path.findLast((each) => !/^\d+$/.test(each)) ?? '';
  if (/^(?:homepage|documentation|docs?|bugs|links?|readme)$/i.test(key)) return false;
  if (
    /^(?:repository|url|href|description|title|\$schema|\$id|source|website|image|icon|text|message|content)$/i.test(
      key,
    ) &&
    !/servers|endpoint|base|api|mcp|parameters|request/i.test(path.join('.'))
  )
    return false;
  return (
    !/(?:^|\/)(?:package\.json|composer\.json|mkdocs\.ya?ml|_config\.ya?ml|CITATION\.cff)$/.test(file) &&
    !/(?:^|\/)(?:locales?|i18n|translations?|lang|messages)\//i.test(file)
  );
}
