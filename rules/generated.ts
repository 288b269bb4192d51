import * as z from 'zod';
import { accountabilitySchema } from '../server/src/core/accountability/schema.js';
import { bodyOf, messageTemplatesOf, severityName, textOf, titleOf } from '../server/src/core/checks/message.js';
import { checkIds } from '../server/src/core/checks/rules.js';
import { profiles } from '../server/src/core/settings.js';
import type { Language } from '../server/src/core/settings.js';
import { readmeWithTables } from './readme.js';

/** Files of the repository that are made from `rules/`, the schema and the manifest. `npm run generate` writes them. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  files.set('schemas/ai-verantwoording.schema.json', accountabilityJsonSchema());
  for (const id of checkIds()) files.set(`docs/regels/${id}.md`, pageOf(id));
  files.set('README.md', readmeWithTables());
  return files;
}

function accountabilityJsonSchema(): string {
  const schema = z.toJSONSchema(accountabilitySchema, { target: 'draft-7', io: 'input' });
  return JSON.stringify({ ...schema, title: 'ai-verantwoording.yml' }, undefined, 2);
}

/** The page of a check: Dutch first, then English. */
function pageOf(id: string): string {
  return [
    `<!-- Generated from rules/checks/${id}.yaml by "npm run generate". -->`,
    sectionOf(id, 'nl'),
    '---',
    sectionOf(id, 'en').replace(/^#/gm, '##'),
  ].join('\n\n');
}

function sectionOf(id: string, language: Language): string {
  const [current, earlier] = profiles.map((profile) => bodyOf(id, language, profile, (title) => `## ${title}`));
  const parts = [
    `# ${titleOf(id, language)}`,
    `\`${id}\``,
    severityTable(id, language),
    `## ${textOf('kop-melding', language)}`,
    messageTemplatesOf(id, language, profiles[0])
      .map((message) => `- ${message}`)
      .join('\n'),
    current,
  ];
  if (earlier !== current) {
    parts.push(`## ${textOf(`profiel-${profiles[1]}`, language)}`, earlier?.replace(/^##/gm, '###'));
  }
  return parts.join('\n\n');
}

function severityTable(id: string, language: Language): string {
  const rows = profiles.map(
    (profile) => `| ${textOf(`profiel-${profile}`, language)} | ${severityName(id, profile, language)} |`,
  );
  return [`| ${textOf('kop-beleid', language)} | ${textOf('kop-ernst', language)} |`, '| --- | --- |', ...rows].join(
    '\n',
  );
}
