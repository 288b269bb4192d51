import type { ConfigurationFile, FactsBuilder } from '../factsBuilder.js';
import { type ConfigNode, nodeAt } from '../tree.js';
import { addSettings } from '../treeFacts.js';
import { addKind, addModule, resourceVisitor } from '../treeResources.js';
import { type Dialect, ExpressionReader } from './expressionReader.js';
import { addGranted, addPurpose } from './granted.js';

const dialect: Dialect = {
  quote: "'",
  assign: [':'],
  hashComments: false,
  transparent: new Set(['union', 'concat', 'array']),
};

const textOrComment = /'''[^]*?(?:'''|$)|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g;

/** What is put between comment signs declares nothing; places stay as they are. */
function withoutBlocks(text: string): string {
  if (!text.includes('/*')) return text;
  return text.replace(textOrComment, (part) => (part.startsWith('/*') ? part.replace(/[^\n]/g, ' ') : part));
}

const declaration = /^[ \t]*(resource|module|param|var|output)[ \t]+([A-Za-z_]\w*)/gm;

/**
 * Bicep. `resource x 't@v' = { kind: 'OpenAI' }` gives the resource `t` and the setting `resource › t › x › kind`; a
 * parameter with a default `param › x`, a variable `var › x`, parameters of a module `module › x › params › …`.
 */
export function readBicep({ text }: ConfigurationFile, out: FactsBuilder): void {
  const visitor = resourceVisitor(out);
  const reader = new ExpressionReader(text, dialect, out);
  let outer = '';
  for (const found of withoutBlocks(reader.text).matchAll(declaration)) {
    const [all, keyword, name] = found as unknown as [string, string, string];
    // Inside the value of an earlier declaration only nested resources count.
    const nested = found.index < reader.at;
    if (nested && keyword !== 'resource') continue;
    const start = found.index + all.indexOf(keyword);
    const nameSpan = { start: found.index + all.length - name.length, end: found.index + all.length };
    const resume = reader.at;
    reader.at = nameSpan.end;
    reader.skipSpaces();
    const type = keyword === 'resource' || keyword === 'module' ? reader.string() : undefined;
    const written = keyword === 'resource' && type?.kind === 'scalar' ? type.value.replace(/@.*$/, '') : undefined;
    // A resource inside a resource has a type that goes on where that of the outer one ends.
    const resource = written !== undefined && nested && !written.includes('.') ? `${outer}/${written}` : written;
    if (resource !== undefined && !nested) outer = resource;
    const head = { start, end: reader.at };
    if (resource !== undefined) out.resource('resource', resource, head);
    const value = assigned(reader);
    if (value) {
      const given = nodeAt(value, 'params');
      if (resource !== undefined) {
        addKind(resource, value, out, head, name);
        addPurpose(resource, value, head, out, name);
      } else if (type?.kind === 'scalar') {
        addModule(type.value, given, out, head, name);
        addGranted(given, head, out);
      }
      // `param kind string = 'OpenAI'`: what an account is made as, unless somebody says otherwise.
      if (keyword === 'param' && name === 'kind' && value.kind === 'scalar' && value.value === 'OpenAI')
        out.resource('resource', 'Microsoft.CognitiveServices/accounts:OpenAI', head);
      const path = resource === undefined ? [keyword] : [keyword, resource];
      addSettings({ kind: 'map', entries: [{ key: name, keySpan: nameSpan, value }] }, out, path, visitor);
    }
    reader.at = Math.max(reader.at, resume);
  }
}

/** What stands behind the `=` of a declaration, past its condition or loop. */
function assigned(reader: ExpressionReader): ConfigNode | undefined {
  const lineEnd = reader.text.indexOf('\n', reader.at);
  const head = reader.text.slice(reader.at, lineEnd === -1 ? reader.text.length : lineEnd);
  const equals = /^[^={/]*=(?![=~>])[ \t]*/.exec(head);
  if (!equals) return undefined;
  reader.at += equals[0].length;
  // `= if (…) {` and `= [for x in y: {`: the object is what is made.
  const wrapped = /^(?:if[ \t]*\([^\n]*\)[ \t]*|\[[ \t]*for\b[^\n:]*:[ \t]*(?:if[ \t]*\([^\n]*\)[ \t]*)?)(?=\{)/.exec(
    head.slice(equals[0].length),
  );
  if (wrapped) {
    reader.at += wrapped[0].length;
    return reader.object();
  }
  return reader.value();
}
