import assert from 'node:assert/strict';
import { inventoryReport } from '../../../server/src/report/inventoryReport.js';
import { project, report } from './sample.js';

describe('the JSON that other tools read', () => {
  it('has the findings in order, with places from 1', () => {
    const { findings, suppressed, ...rest } = report;
    assert.deepEqual(rest, {
      version: 1,
      root: '/een map/x',
      profile: 'overheidsbreed-2025',
      summary: {
        files: 9,
        parsed: 3,
        usages: 1,
        bySeverity: { error: 1, warning: 1, information: 0, hint: 1 },
        suppressed: { comment: 1, exception: 1, baseline: 1 },
      },
    });
    assert.equal(suppressed.length, 3);
    assert.deepEqual(
      findings.map(({ path, line, check }) => [path, line, check]),
      [
        ['a.py', 5, 'endpoint-zonder-contract'],
        ['src/één brief.py', 5, 'dpia-ontbreekt'],
        ['src/één brief.py', 5, 'endpoint-zonder-contract'],
      ],
    );
  });

  it('says all there is to say of a finding, and nothing that is not there', () => {
    assert.deepEqual(report.findings[2], {
      check: 'endpoint-zonder-contract',
      severity: 'warning',
      path: 'src/één brief.py',
      line: 5,
      column: 10,
      endLine: 5,
      endColumn: 18,
      message: 'Bericht van endpoint-zonder-contract in src/één brief.py.',
      provider: 'openai',
      endpoint: { value: 'https://api.openai.com/v1', class: 'public', source: 'default' },
      useCase: 'brief-samenvatter',
      passage: {
        id: 'HR25-4.5',
        title: 'Passage bij endpoint-zonder-contract',
        url: 'https://example.org/handreiking.pdf#page=4',
      },
      related: [{ path: '.env', line: 3, message: 'Tekst komt-uit.' }],
      fixes: [],
    });
    const bare = Object.keys(report.findings[0] ?? {});
    for (const key of ['provider', 'endpoint', 'useCase']) assert.equal(bare.includes(key), false, key);
  });

  it('lists what is held back, with reason, end date and place, apart from the findings', () => {
    assert.deepEqual(
      report.suppressed.map(({ path, line, check, suppression }) => [path, line, check, suppression]),
      [
        [
          'zonder.py',
          5,
          'dpia-ontbreekt',
          { by: 'comment', path: 'zonder.py', reason: 'Proef', until: '2027-03-01', line: 4 },
        ],
        ['zonder.py', 5, 'endpoint-zonder-contract', { by: 'baseline', path: 'ai-verantwoording.baseline.json' }],
        [
          'zonder.py',
          5,
          'iama-ontbreekt',
          { by: 'exception', path: 'ai-verantwoording.yml', reason: 'Opsporing', until: '2027-01-01', line: 9 },
        ],
      ],
    );
  });

  it('lists the usages', () => {
    assert.deepEqual(
      inventoryReport(project, '/een map/x', () => 'brief'),
      {
        version: 1,
        root: '/een map/x',
        usages: [
          {
            path: 'src/één brief.py',
            line: 5,
            column: 10,
            endLine: 5,
            endColumn: 18,
            kind: 'client',
            provider: 'openai',
            model: 'gpt-4o',
            endpoint: { value: 'https://api.openai.com/v1', class: 'public', source: 'default', region: 'westeurope' },
            useCase: 'brief',
          },
        ],
      },
    );
  });
});
