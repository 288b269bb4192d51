import type { ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../../core/checks/finding.js';
import { byCodeUnit, type ReportedFinding } from '../report.js';
import type { CheckWords } from '../words.js';
import { plain } from '../text/plain.js';

/** SARIF has one level below a warning; the finding's own severity stands in its properties. */
export function levelOf(severity: Severity): NonNullable<Result['level']> {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

const gravest: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The checks that fired, with the help that a code host shows beside a finding. */
export function rulesOf(findings: readonly ReportedFinding[], words: CheckWords): ReportingDescriptor[] {
  const checks = [...new Set(findings.map(({ check }) => check))].sort(byCodeUnit);
  return checks.map((check) => {
    const { title, url } = words.passage(check);
    const markdown = words.explanation(check);
    const severity = gravest.find((one) => findings.some((f) => f.check === check && f.severity === one));
    return {
      id: check,
      name: nameOf(check),
      shortDescription: { text: words.title(check) },
      fullDescription: { text: title },
      help: { text: plain(markdown), markdown },
      ...(url !== '' && { helpUri: url }),
      defaultConfiguration: { level: levelOf(severity ?? 'warning') },
      properties: { tags: ['generative-ai', 'policy'] },
    };
  });
}

/** `dpia-ontbreekt` as `DpiaOntbreekt`, the form that viewers expect of a rule's name. */
function nameOf(check: string): string {
  return check.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
