import type { Finding, SuppressedFinding } from '../../../server/src/core/checks/finding.js';
import type { Project } from '../../../server/src/core/project.js';
import type { Usage } from '../../../server/src/core/usage/usage.js';
import { scanReport, type ScanReport } from '../../../server/src/report/report.js';
import type { CheckWords, FindingWords } from '../../../server/src/report/words.js';

const range = (line: number, start: number, end: number): Finding['range'] => ({
  start: { line, character: start },
  end: { line, character: end },
});

export const usage: Usage = {
  kind: 'client',
  provider: 'openai',
  path: 'src/één brief.py',
  range: range(4, 9, 17),
  token: 'OpenAI',
  model: 'gpt-4o',
  endpoint: {
    value: 'https://api.openai.com/v1',
    class: 'public',
    source: 'default',
    region: 'westeurope',
    variable: 'OPENAI_BASE_URL',
    way: [],
  },
};

const finding: Finding = {
  check: 'endpoint-zonder-contract',
  severity: 'warning',
  path: usage.path,
  range: usage.range,
  profile: 'overheidsbreed-2025',
  values: { provider: 'OpenAI' },
  variant: 'default',
  usage,
  useCase: 'brief-samenvatter',
  related: [{ path: '.env', range: range(2, 0, 5), text: 'komt-uit', values: {} }],
};

const bare: Finding = {
  check: finding.check,
  severity: 'hint',
  path: 'a.py',
  range: finding.range,
  values: {},
  variant: 'default',
  related: [],
};

/** One file with two findings on two lines and one in the root, as a project gives them: in any order. */
export const project = {
  paths: () => ['src/één brief.py', 'a.py', 'zonder.py'],
  usages: (path: string) => (path === usage.path ? [usage] : []),
  findings(path: string): readonly Finding[] {
    if (path === usage.path) return [{ ...finding, check: 'dpia-ontbreekt', severity: 'error', related: [] }, finding];
    return path === 'a.py' ? [bare] : [];
  },
  suppressed: (path: string): readonly SuppressedFinding[] =>
    path === 'zonder.py'
      ? [
          { ...bare, path, suppression: { by: 'baseline', path: 'ai-verantwoording.baseline.json' } },
          {
            ...bare,
            path,
            check: 'dpia-ontbreekt',
            suppression: { by: 'comment', path, range: range(3, 0, 9), reason: 'Proef', until: '2027-03-01' },
          },
          {
            ...bare,
            path,
            check: 'iama-ontbreekt',
            suppression: {
              by: 'exception',
              path: 'ai-verantwoording.yml',
              range: range(8, 4, 9),
              reason: 'Opsporing',
              until: '2027-01-01',
            },
          },
        ]
      : [],
} as unknown as Project;

export const words: FindingWords & CheckWords = {
  message: ({ check, path }) => `Bericht van ${check} in ${path}.`,
  related: ({ text }) => `Tekst ${text}.`,
  step: ({ check }) => (check === 'dpia-ontbreekt' ? 'Registreer deze toepassing' : undefined),
  fixes: ({ check }) => (check === 'dpia-ontbreekt' ? ['Registreer deze toepassing', 'Verwijs naar een DPIA'] : []),
  passage: (check) => ({
    id: 'HR25-4.5',
    title: `Passage bij ${check}`,
    url: 'https://example.org/handreiking.pdf#page=4',
  }),
  title: (check) => `Titel van ${check}`,
  explanation: (check) => `# ${check}\n\nWaarom, met een [verwijzing](https://example.org/).`,
};

export const report: ScanReport = scanReport(
  project,
  '/een map/x',
  'overheidsbreed-2025',
  { files: 9, parsed: 3 },
  words,
);
