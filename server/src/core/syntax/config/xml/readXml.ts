import type { Span } from '../../../place.js';
import type { FactsBuilder } from '../factsBuilder.js';
import { MAX_DEPTH } from '../tree.js';

export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

export interface XmlElement {
  /** Without namespace prefix. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  /** From `<` to the end of the closing tag. */
  span: Span;
  /** Text and CDATA directly inside, without white space around it. */
  text?: { readonly value: string; readonly span: Span };
}

/**
 * XML as a tree in which elements, attributes and texts have exact places. Own code, because a parser that keeps places
 * of attributes and goes on after a mistake is not to be had: a tag that is never closed ends with its parent.
 * Declarations of entities are never read, so none can be expanded.
 */
export function readXml(text: string, out: FactsBuilder): XmlElement | undefined {
  return new XmlReader(text, out).read();
}

/** More elements than this are data. */
const MAX_ELEMENTS = 50_000;

const tagName = /[^\s<>/="']+/y;
const attribute = /\s*([^\s<>/="']+)(?:\s*=\s*(?:"([^"<]*)"|'([^'<]*)'))?/y;

const tagEnd = /\s*(\/?)>/y;

class XmlReader {
  private readonly stack: XmlElement[] = [];
  private root: XmlElement | undefined;
  private at = 0;
  private elements = 0;

  constructor(
    private readonly text: string,
    private readonly out: FactsBuilder,
  ) {}

  read(): XmlElement | undefined {
    const { text } = this;
    while (this.at < text.length && this.elements < MAX_ELEMENTS) {
      const open = text.indexOf('<', this.at);
      this.addText(this.at, open === -1 ? text.length : open);
      if (open === -1) break;
      this.at = open;
      if (text.startsWith('<!--', open)) this.skipPast('-->', open + 4);
      else if (text.startsWith('<![CDATA[', open)) {
        const end = text.indexOf(']]>', open);
        this.addText(open + 9, end === -1 ? text.length : end, true);
        this.skipPast(']]>', open + 9);
      } else if (text.startsWith('<!', open) || text.startsWith('<?', open)) this.skipDeclaration(open);
      else if (text.startsWith('</', open)) this.closeTag(open);
      else this.openTag(open);
    }
    if (this.elements >= MAX_ELEMENTS) this.out.notRead(`more than ${MAX_ELEMENTS} elements`);
    if (this.stack.length > 0) this.out.notRead('not valid XML: an element is not closed');
    return this.root;
  }

  private skipPast(mark: string, from: number): void {
    const end = this.text.indexOf(mark, from);
    if (end === -1) this.out.notRead('not valid XML: a comment or CDATA section is not closed');
    this.at = end === -1 ? this.text.length : end + mark.length;
  }

  /** `<?xml … ?>`, `<!DOCTYPE … [ … ]>`. */
  private skipDeclaration(open: number): void {
    if (this.text[open + 1] === '?') return this.skipPast('?>', open + 2);
    const end = this.text.indexOf('>', open);
    const hasSubset = end !== -1 && this.text.slice(open, end).includes('[');
    this.skipPast(hasSubset ? ']' : '>', open);
    if (hasSubset) this.skipPast('>', this.at);
  }

  private closeTag(open: number): void {
    const name = this.nameAt(open + 2);
    this.skipPast('>', open);
    const index = this.stack.findLastIndex((element) => element.name === name);
    if (index === -1) return this.out.notRead('not valid XML: a closing tag without its element');
    for (const element of this.stack.slice(index)) {
      if (element.name !== name) this.out.notRead('not valid XML: an element is not closed');
      element.span = { start: element.span.start, end: this.at };
    }
    this.stack.length = index;
  }

  private openTag(open: number): void {
    const { text } = this;
    tagName.lastIndex = open + 1;
    const name = tagName.exec(text)?.[0];
    if (name === undefined) {
      this.at = open + 1;
      return this.out.notRead('not valid XML: a lone <');
    }
    const nameSpan = { start: open + 1, end: open + 1 + name.length };
    this.at = nameSpan.end;
    const attributes = this.attributes();
    tagEnd.lastIndex = this.at;
    const closed = tagEnd.exec(text);
    if (closed) this.at = tagEnd.lastIndex;
    else {
      this.out.notRead('not valid XML: a tag is not closed');
      const next = text.slice(this.at).search(/[<>]/);
      this.at = next === -1 ? text.length : this.at + next + (text[this.at + next] === '>' ? 1 : 0);
    }
    this.elements++;
    const local = localName(name);
    const element: XmlElement = {
      name: local,
      nameSpan: { start: nameSpan.end - local.length, end: nameSpan.end },
      attributes,
      children: [],
      span: { start: open, end: this.at },
    };
    const parent = this.stack[this.stack.length - 1];
    if (parent) parent.children.push(element);
    else this.root ??= element;
    if (closed?.[1] === '/') return;
    if (this.stack.length >= MAX_DEPTH) this.out.notRead(`nested deeper than ${MAX_DEPTH} levels`);
    else this.stack.push(element);
  }

  private attributes(): XmlAttribute[] {
    const found: XmlAttribute[] = [];
    for (;;) {
      attribute.lastIndex = this.at;
      const match = attribute.exec(this.text);
      if (!match) return found;
      const name = match[1] as string;
      const start = this.at + match[0].indexOf(name);
      const raw = match[2] ?? match[3];
      this.at = attribute.lastIndex;
      if (raw === undefined) continue;
      found.push({
        name: localName(name),
        value: unescapeXml(raw),
        nameSpan: { start, end: start + name.length },
        valueSpan: { start: this.at - 1 - raw.length, end: this.at - 1 },
      });
    }
  }

  private nameAt(at: number): string {
    tagName.lastIndex = at;
    return localName(tagName.exec(this.text)?.[0] ?? '');
  }

  private addText(from: number, to: number, literal = false): void {
    const element = this.stack[this.stack.length - 1];
    if (!element || element.text) return;
    const raw = this.text.slice(from, to);
    const value = raw.trim();
    if (value === '') return;
    const start = from + raw.indexOf(value);
    element.text = { value: literal ? value : unescapeXml(value), span: { start, end: start + value.length } };
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? all;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

export function attributeOf(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((one) => one.name === name);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

/** Every element below, itself included, in text order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}
