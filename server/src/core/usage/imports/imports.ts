import type { ImportFact } from '../../syntax/fact.js';
import { onlyClassifies } from '../classifiers.js';
import type { FileContext } from '../fileContext.js';
import { importsOf } from './importsOf.js';

/** Import lines of an SDK, a provider's module or a framework's AI part. */
export function findImports(context: FileContext): void {
  const { catalogue, language, facts, origins } = context;
  const isClassifier = language === 'python' && onlyClassifies(facts);
  for (const each of importsOf(facts)) {
    if (isClassifier && /^transformers(?:\.|$)/.test(each.module)) continue;
    const ordinary = origins.ofOrdinary(each.module);
    const match =
      typeof ordinary === 'string'
        ? { provider: ordinary, name: each.module }
        : catalogue.modules.match(language, each.module);
    const ofName = (name: string) => catalogue.modules.match(language, `${each.module}.${name}`);
    // `from google import genai`, `from langchain.chat_models import ChatOpenAI`: the name says more than the module.
    const named = each.names.flatMap(({ name, alias, span }) => {
      const symbol = origins.symbolNamed(alias);
      if (symbol) return { provider: symbol.provider, span };
      const below = ofName(name);
      return below?.provider && (!match || below.name.length > match.name.length)
        ? { provider: below.provider, span }
        : [];
    });
    const excluded = match?.provider === null && named.length === 0;
    if (match && isOwn(each, context)) continue;
    const [first] = named;
    const agree = named.every((one) => one.provider === first?.provider);
    const provider = first && agree ? first.provider : (match?.provider ?? first?.provider);
    if (excluded || provider === undefined || provider === null) continue;
    const by = match ? each.moduleSpan : (first?.span ?? each.moduleSpan);
    context.drafts.push({ kind: 'import', provider, span: each.span, named: by, token: each.module, weight: 3 });
  }
}

/**
 * `package com.microsoft.semantickernel.sample`: a class of the project itself, in a package below a vendor's. In Ruby
 * `ollama_chat/version`, required in `lib/ollama_chat.rb`.
 */
function isOwn({ module, names, alias }: ImportFact, { language, facts, resolving }: FileContext): boolean {
  if (language === 'ruby') return /(?:^|\/)lib\/([\w-]+)(?:\.rb$|\/)/.exec(facts.path)?.[1] === module.split('/', 1)[0];
  const [name] = names;
  const known = alias ?? name?.alias;
  if (language !== 'java' || known === undefined) return false;
  const found = resolving.importedPath?.(facts, `${known}.x`);
  const path = name ? `${module}.${name.name}` : module;
  return found?.replace(/\.\w+$/, '').endsWith(path.replaceAll('.', '/')) === true;
}
