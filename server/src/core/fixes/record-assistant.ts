import { textOf } from '../checks/message.js';
import type { FixMaker } from './fixMaker.js';
import { editsOf, recordFor } from './record.js';
import { appendItem } from './yaml/edit.js';
import { scalar } from './yaml/scalar.js';

/** Puts an AI assistant in the accountability file, under a contract whose number is to be filled in, or own management. */
export const recordAssistant: FixMaker = {
  id: 'record-assistant',
  offer(finding, context) {
    if (finding.check !== 'ai-assistent-niet-geregistreerd' || finding.variant === 'nog-invullen') return [];
    // Instructions for any assistant do not say which one it is.
    const known = finding.variant === 'instructie' ? undefined : finding.values['assistent'];
    const name = known ?? textOf('invullen-assistent', 'nl');
    const { language } = context.project.settings;
    return (['contract', 'eigen-beheer'] as const).map((grounding) => ({
      id: this.id,
      title: textOf(`fix-assistent-${grounding}`, language, { naam: known ?? textOf('de-assistent', language) }),
      preferred: grounding === 'contract',
      edits() {
        const record = recordFor(finding.path, context);
        const lines = [`naam: ${scalar(name)}`, `grondslag: ${grounding}`];
        if (grounding === 'contract') lines.push('contract:', `  kenmerk: ${scalar(textOf('invullen-kenmerk', 'nl'))}`);
        if (record.text === undefined) {
          const item = lines.map((line, index) => `  ${index === 0 ? '- ' : '  '}${line}\n`).join('');
          return [{ path: record.path, newText: `versie: 1\nassistenten:\n${item}` }];
        }
        return editsOf(record, appendItem(record.text, ['assistenten'], lines));
      },
    }));
  },
};
