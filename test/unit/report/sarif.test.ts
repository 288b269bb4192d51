import assert from 'node:assert/strict';
import * as z from 'zod';
import type { ReportedFinding } from '../../../server/src/report/report.js';
import { fingerprints } from '../../../server/src/report/fingerprint.js';
import { sarifLog } from '../../../server/src/report/sarif/sarif.js';
import { report, words } from './sample.js';

const log = sarifLog({
  report,
  skipped: [{ path: 'groot bestand.py', reason: 'too-large' }],
  words,
  language: 'nl',
  productVersion: '0.1.0',
  textOf: () => undefined,
});
const run = log.runs[0];
assert.ok(run);

/** The part of the SARIF 2.1.0 standard that this product writes: required fields, closed objects, value ranges. */
const text = z.string().min(1);
const message = z.strictObject({ text });
const fromOne = z.int().min(1);
const level = z.enum(['none', 'note', 'warning', 'error']);
const bag = z.looseObject({ tags: z.array(z.string()).optional() });
const relative = z.string().regex(/^(?!\/|\.\.?\/)(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$/);
const physicalLocation = z.strictObject({
  artifactLocation: z.strictObject({ uri: relative, uriBaseId: z.literal('%SRCROOT%') }),
  region: z
    .strictObject({
      startLine: fromOne,
      startColumn: fromOne.optional(),
      endLine: fromOne.optional(),
      endColumn: fromOne.optional(),
    })
    .optional(),
});
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: text,
          version: text,
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          language: z.string().regex(/^[a-zA-Z]{2}(-[a-zA-Z]{2})?$/),
          fullDescription: message,
          rules: z.array(
            z.strictObject({
              id: text,
              name: text,
              shortDescription: message,
              fullDescription: message,
              help: z.strictObject({ text, markdown: text }),
              helpUri: z.url(),
              defaultConfiguration: z.strictObject({ level }),
              properties: bag,
            }),
          ),
        }),
      }),
      language: z.string().regex(/^[a-zA-Z]{2}(-[a-zA-Z]{2})?$/),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      originalUriBaseIds: z.record(z.string(), z.strictObject({ uri: z.url().endsWith('/') })),
      automationDetails: z.strictObject({ id: text }),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.strictObject({ level, message, locations: z.array(z.strictObject({ physicalLocation })) }),
          ),
        }),
      ),
      results: z.array(
        z.strictObject({
          ruleId: text,
          ruleIndex: z.int().min(0),
          level,
          message,
          locations: z.array(z.strictObject({ physicalLocation })).min(1),
          relatedLocations: z.array(z.strictObject({ id: z.int().min(0), message, physicalLocation })).optional(),
          partialFingerprints: z.record(z.string(), text),
          properties: bag,
          suppressions: z
            .array(
              z.strictObject({
                kind: z.enum(['inSource', 'external']),
                status: z.enum(['accepted', 'underReview', 'rejected']),
                justification: text,
                location: z.strictObject({ physicalLocation }),
                properties: bag.optional(),
              }),
            )
            .optional(),
        }),
      ),
      properties: bag,
    }),
  ),
});

const withSuppressed = sarifLog({
  report,
  skipped: [],
  words,
  language: 'nl',
  productVersion: '0.1.0',
  textOf: () => undefined,
  showSuppressed: true,
});

describe('SARIF', () => {
  it('has the form of SARIF 2.1.0', () => {
    for (const one of [log, withSuppressed]) {
      const parsed = sarif.safeParse(JSON.parse(JSON.stringify(one)));
      assert.equal(parsed.success, true, parsed.success ? '' : z.prettifyError(parsed.error));
    }
  });

  it('leaves out what is held back, because code hosts show it as open, and marks it when asked for', () => {
    assert.ok(run.results?.every((result) => result.suppressions === undefined));
    const results = withSuppressed.runs[0]?.results ?? [];
    assert.deepEqual(
      results.map(({ ruleId, suppressions }) => [ruleId, suppressions?.map(({ kind }) => kind)]),
      [
        ['endpoint-zonder-contract', []],
        ['dpia-ontbreekt', []],
        ['endpoint-zonder-contract', []],
        ['dpia-ontbreekt', ['inSource']],
        ['endpoint-zonder-contract', ['external']],
        ['iama-ontbreekt', ['external']],
      ],
    );
    const [comment] = results[3]?.suppressions ?? [];
    assert.equal(comment?.justification, 'commentaar (zonder.py:4), tot en met 2027-03-01: Proef');
    assert.equal(comment.location?.physicalLocation?.region?.startLine, 4);
  });

  it('points every result at its rule', () => {
    assert.equal(run.results?.length, report.findings.length);
    for (const { ruleId, ruleIndex } of run.results ?? []) {
      assert.equal(run.tool.driver.rules?.[ruleIndex ?? -1]?.id, ruleId);
    }
  });

  it('writes paths as URIs below the root', () => {
    assert.equal(run.originalUriBaseIds?.['%SRCROOT%']?.uri, 'file:///een%20map/x/');
    assert.equal(
      run.results?.[2]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      'src/%C3%A9%C3%A9n%20brief.py',
    );
  });

  it('writes the root of Windows as a URI too', () => {
    const other = sarifLog({
      report: { ...report, root: 'C:\\een map\\x' },
      skipped: [],
      words,
      language: 'nl',
      productVersion: '0.1.0',
      textOf: () => undefined,
    });
    assert.equal(other.runs[0]?.originalUriBaseIds?.['%SRCROOT%']?.uri, 'file:///C:/een%20map/x/');
  });

  it('knows three levels, and keeps the fourth severity', () => {
    assert.deepEqual(
      run.results?.map((result) => [result.level, result.properties?.['severity']]),
      [
        ['note', 'hint'],
        ['error', 'error'],
        ['warning', 'warning'],
      ],
    );
  });

  it('names the files that were not read', () => {
    assert.equal(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text, 'groot bestand.py: te groot');
  });
});

describe('fingerprints', () => {
  const [one] = report.findings as [ReportedFinding];
  const marks = (text: string, ...lines: number[]): string[] =>
    fingerprints(
      lines.map((line) => ({ ...one, line })),
      () => text,
    );

  it('stay when lines move and blanks change', () => {
    assert.deepEqual(marks('x\nclient = OpenAI()\n', 2), marks('x\n\n\n    client  =  OpenAI()\r\n', 4));
  });
  it('change with the words of the line', () => {
    assert.notDeepEqual(marks('client = OpenAI()', 1), marks('other = OpenAI()', 1));
  });
  it('tell equal lines of a file apart', () => {
    const [first, second] = marks('OpenAI()\nOpenAI()', 1, 2);
    assert.notEqual(first, second);
  });
});
