import { createProject } from '../../../server/src/core/createProject.js';
import type { Project } from '../../../server/src/core/project.js';

export type Files = Readonly<Record<string, string>>;

/** A project with its documents, as a scan takes it in. */
export function world(files: Files): Project {
  const project = createProject({ language: 'nl', checks: {}, today: '2026-06-01' });
  for (const [path, text] of Object.entries(files)) project.set(path, text);
  for (let round = 0; round < 3; round += 1) {
    for (const path of project.wantedDocuments()) {
      const text = files[path];
      const exists = Object.keys(files).some((one) => one.startsWith(`${path}/`));
      project.setDocument(
        path,
        text === undefined
          ? { state: exists ? 'exists' : 'missing' }
          : /\.(?:pdf|docx?|odt)$/i.test(path)
            ? { state: 'exists' }
            : { state: 'text', text },
      );
    }
  }
  return project;
}

export function checksIn(project: Project, path: string): string[] {
  return project.findings(path).map(({ check, variant }) => `${check}/${variant}`);
}
