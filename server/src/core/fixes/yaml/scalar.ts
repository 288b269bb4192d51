import { stringify } from 'yaml';

/** A text as a YAML value on one line, quoted only where it has to be. */
export function scalar(value: string): string {
  const oneLine = value.replace(/\s+/g, ' ').trim();
  // Inside a flow collection these end a plain value.
  if (/[,[\]{}]/.test(oneLine)) return `'${oneLine.replaceAll("'", "''")}'`;
  return stringify(oneLine, { lineWidth: 0, defaultStringType: 'PLAIN', singleQuote: true }).trimEnd();
}
