import type { Range } from '../place.js';
import type { Language } from '../settings.js';
import { schemaAt, shapeOf, type SchemaNode } from './schemaNode.js';
import type { Named, World } from './world.js';
import { YamlText, type YamlPart } from './yamlText.js';

export interface TextHover {
  readonly markdown: string;
  readonly range: Range;
}

const words = {
  required: { nl: 'verplicht', en: 'required' },
  choices: { nl: 'Mogelijk', en: 'One of' },
} as const;

/** What a key means, or what an id stands for. */
export function keyHover(
  text: string,
  offset: number,
  world: Pick<World, 'endpoints' | 'useCases'>,
  language: Language,
): TextHover | undefined {
  const yaml = new YamlText(text);
  const part = yaml.partAt(offset);
  if (!part) return undefined;
  const markdown = part.isKey ? meaningOf(part, language) : referenceOf(part, world);
  return markdown === undefined ? undefined : { markdown, range: yaml.rangeOf(part.span) };
}

function meaningOf({ path }: YamlPart, language: Language): string | undefined {
  const schema = schemaAt(path);
  if (schema?.description === undefined) return undefined;
  const name = String(path.at(-1));
  const isRequired = schemaAt(path.slice(0, -1))?.required?.includes(name) === true;
  const choices = choicesOf(schema);
  return [
    `**${name}**${isRequired ? ` (${words.required[language]})` : ''}`,
    schema.description,
    ...(choices.length === 0 ? [] : [`${words.choices[language]}: ${choices.map((one) => `\`${one}\``).join(', ')}.`]),
  ].join('\n\n');
}

function choicesOf({ enum: choices = [], items }: SchemaNode): readonly string[] {
  return choices.length > 0 ? choices : (items?.enum ?? []);
}

function referenceOf(
  { path, node }: YamlPart,
  { endpoints, useCases }: Pick<World, 'endpoints' | 'useCases'>,
): string | undefined {
  const lists: Readonly<Record<string, readonly Named[]>> = {
    'toepassingen/*/endpoints/*': endpoints,
    'uitzonderingen/*/toepassing': useCases,
  };
  const found = lists[shapeOf(path)]?.find(({ id }) => id === node.value);
  return found && `**${found.id}**\n\n${found.about.replace(/[\\`*_[\]<>]/g, '\\$&')}`;
}
