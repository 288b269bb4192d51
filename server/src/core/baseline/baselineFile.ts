import * as z from 'zod/mini';

export const baselineName = 'ai-verantwoording.baseline.json';

export function isBaselinePath(path: string): boolean {
  return path === baselineName || path.endsWith(`/${baselineName}`);
}

/** A finding that was there when the baseline was made. The path is seen from the folder of the baseline. */
export interface BaselineEntry {
  readonly path: string;
  readonly check: string;
  readonly fingerprint: string;
}

const schema = z.object({
  version: z.literal(1),
  findings: z.array(z.object({ path: z.string(), check: z.string(), fingerprint: z.string() })),
});

/** The entries of a baseline; undefined when the text is none. */
export function readBaseline(text: string): readonly BaselineEntry[] | undefined {
  try {
    return schema.parse(JSON.parse(text)).findings;
  } catch {
    return undefined;
  }
}

/** One finding a line and in a fixed order, so that a change shows as such in a merge request. */
export function baselineText(entries: readonly BaselineEntry[], about: string): string {
  const lines = entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry: { path, check, fingerprint } }) => `    ${JSON.stringify({ path, check, fingerprint })}`);
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "about": ${JSON.stringify(about)},\n  "findings": ${findings}\n}\n`;
}

export function keyOf({ path, check, fingerprint }: BaselineEntry): string {
  return [path, check, fingerprint].join('\0');
}
