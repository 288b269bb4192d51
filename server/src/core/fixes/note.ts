import type { Finding } from '../checks/finding.js';
import { textOf } from '../checks/message.js';
import type { FixContext } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import { editsOfAll, endpointIndex, readRecord, recordFor, useCaseIndex } from './record.js';
import type { RecordFile } from './record.js';
import { recordedIdOf } from './recordedId.js';
import { putValue } from './yaml/edit.js';
import type { YamlPath } from './yaml/edit.js';
import { scalar } from './yaml/scalar.js';

/** A fix that puts keys in the accountability file whose values are left to be filled in. */
export interface Note {
  readonly id: string;
  readonly checks: readonly string[];
  /** Variants of the check that it does not serve: those where the note stands there already. */
  readonly except?: readonly string[];
  /** What of the file the keys belong to. */
  readonly of: 'useCase' | 'endpoint' | 'file';
  /** Whether most people want it; not where it takes away what was right until now. */
  readonly preferred?: boolean;
  /** Key of its title in `rules/texts.yaml`. */
  readonly title: string;
  /** Keys below one another, and the text of `rules/texts.yaml` that is put there. */
  readonly keys: (
    finding: Finding,
    record: RecordFile,
  ) => readonly (readonly [path: readonly string[], text: string])[];
}

/** The value stays reported until a person fills it in, so that no finding vanishes by a fix alone. */
export function noteFix({ id, checks, except = [], of, preferred = true, title, keys }: Note): FixMaker {
  return {
    id,
    offer(finding, context) {
      if (!checks.includes(finding.check) || except.includes(finding.variant)) return [];
      const at = placeOf(of, finding, context);
      if (at === undefined) return [];
      const { language, today } = context.project.settings;
      return [
        {
          id,
          title: textOf(title, language, { naam: at.name }),
          preferred,
          edits() {
            const record = recordFor(finding.path, context);
            const place = placeOf(of, finding, context);
            if (place === undefined) return undefined;
            const changes = keys(finding, record).map(([path, text]) => (now: string) => {
              const value = scalar(textOf(text, 'nl', { datum: today }));
              return putValue(now, [...place.path, ...path], path.at(-1) === 'voorwaarden' ? `[${value}]` : value);
            });
            return editsOfAll(record, changes);
          },
        },
      ];
    },
  };
}

function placeOf(
  of: Note['of'],
  finding: Finding,
  context: FixContext,
): { readonly path: YamlPath; readonly name: string } | undefined {
  const record = recordFor(finding.path, context);
  if (record.text === undefined) return undefined;
  if (of === 'file') return { path: [], name: '' };
  if (of === 'useCase') {
    const index = useCaseIndex(record, finding.useCase ?? '');
    return index === -1 ? undefined : { path: ['toepassingen', index], name: finding.useCase ?? '' };
  }
  const id = finding.values['id'] ?? recordedIdOf(finding, readRecord(record));
  const index = id === undefined ? -1 : endpointIndex(record, id);
  return id === undefined || index === -1 ? undefined : { path: ['endpoints', index], name: id };
}
