import { keyFormatIn, keyFormatsOf } from '../checks/keys.js';
import { textOf } from '../checks/message.js';
import { allProviders } from '../checks/rules.js';
import { compare, lineStartsOf, positionAt, rangeOf } from '../place.js';
import type { FixMaker } from './fixMaker.js';
import { keyVariableOf } from './move-key.js';

/** Files in which a reference to a variable is filled in when they are read. */
const references: readonly (readonly [file: RegExp, written: (name: string) => string])[] = [
  [/(?:^|\/)\.github\/.*\.ya?ml$/i, (name) => `\${{ secrets.${name} }}`],
  [/(?:^|\/)(?:(?:docker-)?compose|application|bootstrap)[^/]*\.ya?ml$/i, (name) => `\${${name}}`],
  [/\.properties$/i, (name) => `\${${name}}`],
];

/** Takes a key out of a file with settings: a reference comes in its place where the format knows one, else nothing. */
export const clearKey: FixMaker = {
  id: 'clear-key',
  offer(finding, context) {
    const facts = context.project.facts(finding.path);
    if (finding.check !== 'sleutel-in-code' || facts === undefined) return [];
    const setting = facts.settings.find(
      ({ valueSpan }) => compare(positionAt(facts.lineStarts, valueSpan.start), finding.range.start) === 0,
    );
    const format = setting && keyFormatIn(setting.value, keyFormatsOf(allProviders()));
    if (setting === undefined || format?.pattern.test(setting.value) !== true) return [];
    const variabele = keyVariableOf(format.provider);
    const newText = references.find(([file]) => file.test(finding.path))?.[1](variabele) ?? '';
    const { language } = context.project.settings;
    return [
      {
        id: this.id,
        title: newText === '' ? textOf('fix-sleutel-weg', language) : textOf('fix-sleutel', language, { variabele }),
        preferred: newText !== '',
        edits() {
          const text = context.text(finding.path);
          // The facts are of this text only as long as the key stands where it stood.
          if (text?.slice(setting.valueSpan.start, setting.valueSpan.end).includes(setting.value) !== true)
            return undefined;
          return [{ path: finding.path, range: rangeOf(lineStartsOf(text), setting.valueSpan), newText }];
        },
      },
    ];
  },
};
