import { folderOf, isBelow, relativeTo } from '../accountability/paths.js';
import { displayEndpoint } from '../checks/display.js';
import type { Finding } from '../checks/finding.js';
import { textOf } from '../checks/message.js';
import { providerName } from '../checks/rules.js';
import type { FixMaker } from './fixMaker.js';
import { editsOf, freeId, readRecord, recordFor } from './record.js';
import type { RecordFile } from './record.js';
import { recordedIdOf } from './recordedId.js';
import { appendItem } from './yaml/edit.js';
import { scalar } from './yaml/scalar.js';

const checks = new Set(['dpia-ontbreekt', 'iama-ontbreekt', 'toepassing-niet-geregistreerd']);

/** Puts the use case of an uncovered place in the accountability file, with what is known of it. */
export const registerUseCase: FixMaker = {
  id: 'register-use-case',
  offer(finding, context) {
    // The position of 2025 leaves room to explore; that of 2023 does not.
    const explores = finding.check === 'consumentendienst' && finding.profile !== 'rijk-2023';
    if (!checks.has(finding.check) && !explores) return [];
    if (finding.useCase !== undefined || finding.usage === undefined) return [];
    const { language } = context.project.settings;
    const { path } = recordFor(finding.path, context);
    return [
      {
        id: this.id,
        title: explores
          ? textOf('fix-verkenning-nieuw', language)
          : textOf('fix-registreer', language, { bestand: path }),
        preferred: !explores,
        edits() {
          const record = recordFor(finding.path, context);
          const lines = useCaseLines(finding, record, explores ? ['fase: verkenning', 'gegevens: geen'] : []);
          if (record.text === undefined) {
            const item = lines.map((line, index) => `  ${index === 0 ? '- ' : '  '}${line}\n`).join('');
            return [{ path: record.path, newText: `versie: 1\ntoepassingen:\n${item}` }];
          }
          return editsOf(record, appendItem(record.text, ['toepassingen'], lines));
        },
      },
    ];
  },
};

function useCaseLines(finding: Finding, record: RecordFile, phase: readonly string[]): string[] {
  const file = readRecord(record);
  const folder = folderOf(record.path);
  const path = isBelow(finding.path, folder) ? relativeTo(folder, finding.path) : finding.path;
  const claimed = new Set(file.useCases.flatMap((useCase) => useCase.data.paden ?? []));
  const inFolder = `${folderOf(path)}/**`;
  // A folder of its own is taken whole; `src/**` would claim what belongs to others.
  const pattern = folderOf(path).includes('/') && !claimed.has(inFolder) ? inFolder : path;
  const id = freeId(
    nameFor(path),
    file.useCases.map((useCase) => useCase.id),
  );
  const endpoint = recordedIdOf(finding, file);
  return [
    `id: ${id}`,
    `doel: ${scalar(textOf('invullen-doel', 'nl'))}`,
    ...phase,
    `paden: [${scalar(pattern)}]`,
    ...(endpoint === undefined ? [] : [`endpoints: [${endpoint}]`]),
    `toelichting: ${scalar(foundIn(finding))}`,
  ];
}

/** The folder where that says something, else the file. */
function nameFor(path: string): string {
  const folder = folderOf(path);
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  return folder.includes('/') ? folder.slice(folder.lastIndexOf('/') + 1) : name;
}

function foundIn({ usage }: Finding): string {
  if (usage === undefined) return '';
  const goesTo =
    usage.endpoint === undefined || usage.endpoint.class === 'unknown'
      ? ''
      : ` (${displayEndpoint(usage.endpoint.value)})`;
  const model = usage.model === undefined ? '' : `, model ${usage.model}`;
  return `Gevonden in de code: ${providerName(usage.provider)}${goesTo}${model}`;
}
