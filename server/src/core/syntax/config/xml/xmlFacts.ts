import type { FactsBuilder } from '../factsBuilder.js';
import { attributeOf, type XmlElement } from './readXml.js';

/** Every text of a leaf and every attribute as a setting; `<add key="K" value="V"/>` of .NET as the setting `K`. */
export function addXmlSettings(
  element: XmlElement,
  out: FactsBuilder,
  path: readonly string[],
  skip: ReadonlySet<XmlElement>,
): void {
  if (skip.has(element)) return;
  const here = [...path, element.name];
  const key = attributeOf(element, 'key') ?? attributeOf(element, 'name');
  const value = attributeOf(element, 'value') ?? attributeOf(element, 'connectionString');
  if (key && value) {
    out.setting([...path, key.value], value.value, key.valueSpan, value.valueSpan);
  } else if (key && !value && element.children.length === 1 && element.children[0]?.name === 'value') {
    // `<setting name="K"><value>V</value></setting>`
    const { text, nameSpan } = element.children[0];
    out.setting([...path, key.value], text?.value ?? '', key.valueSpan, text?.span ?? nameSpan);
    return;
  } else if (element.name === 'string' && key && element.text && element.children.length === 0) {
    // `<string name="K">V</string>` of Android.
    out.setting([...path, key.value], element.text.value, key.valueSpan, element.text.span);
    return;
  } else {
    for (const one of element.attributes) out.setting([...here, one.name], one.value, one.nameSpan, one.valueSpan);
  }
  if (element.text && element.children.length === 0) {
    out.setting(here, element.text.value, element.nameSpan, element.text.span);
  }
  for (const [at, child] of element.children.entries()) {
    const value = isKey(child, element) ? element.children[at + 1] : undefined;
    if (!isKey(child, element)) addXmlSettings(child, out, here, skip);
    if (value?.name === 'string' && child.text)
      out.setting(
        [...path, child.text.value],
        value.text?.value ?? '',
        child.text.span,
        value.text?.span ?? value.nameSpan,
      );
  }
}

/** `<dict><key>K</key><string>V</string></dict>` of a property list of Apple's. */
function isKey({ name }: XmlElement, parent: XmlElement): boolean {
  return parent.name === 'dict' && name === 'key';
}
