import { checkIds } from '../../core/checks/rules.js';
import { titleOf } from '../../core/checks/message.js';
import { isRecordPath } from '../../core/editing/schemaNode.js';
import type { Named, World } from '../../core/editing/world.js';
import { folderOf } from '../../core/accountability/paths.js';
import type { RecordedEndpoint } from '../../core/accountability/accountability.js';
import type { PresentTexts } from '../../workspace/presentTexts.js';
import { contextOf } from '../fixContext.js';
import type { Folder } from '../folder.js';
import type { Located, Session } from '../session.js';

/** A document of which something is asked, with its text as the editor shows it. */
export interface Asked extends Located {
  readonly text: string;
  readonly context: PresentTexts;
  offsetAt(position: { readonly line: number; readonly character: number }): number;
}

/** Undefined for a document that the server does not look at. Everything that was typed is taken in by then. */
export async function askedAbout(session: Session, uri: string): Promise<Asked | undefined> {
  await session.settled();
  const found = session.locate(uri);
  const document = session.documents.get(uri);
  if (!found?.folder.settings.enable || !document) return undefined;
  const offsetAt = (position: Parameters<Asked['offsetAt']>[0]): number => document.offsetAt(position);
  return { ...found, text: document.getText(), context: contextOf(session, found), offsetAt };
}

/** The same, for an accountability file only. */
export async function recordAskedAbout(session: Session, uri: string): Promise<Asked | undefined> {
  const asked = await askedAbout(session, uri);
  return asked && isRecordPath(asked.path) ? asked : undefined;
}

/** What ids of an accountability file stand for. */
export function namesFor({ folder, path }: Located): Pick<World, 'useCases' | 'endpoints'> {
  const governing = folder.workspace.project.accountability.governing(path);
  return {
    useCases: (governing?.file.useCases ?? []).map(({ id, data }): Named => ({ id, about: data.doel })),
    endpoints: (governing?.endpoints ?? []).map((endpoint): Named => ({
      id: endpoint.id,
      about: aboutEndpoint(endpoint),
    })),
  };
}

export async function worldOf(asked: Located, session: Session): Promise<World> {
  const { folder, path } = asked;
  const { project } = folder.workspace;
  const { language } = project.settings;
  return {
    ...namesFor(asked),
    checks: checkIds().map((id) => ({ id, about: titleOf(id, language) })),
    files: await listingOf(folder, session),
    used: [...project.paths()].filter((one) => project.usages(one).length > 0),
    folder: folderOf(path),
  };
}

function aboutEndpoint({ data }: RecordedEndpoint): string {
  return [data.url ?? data.variabele, data.grondslag].filter((one) => one !== undefined).join(', ');
}

/** A list of files this old still helps somebody who is typing. */
const keptFor = 10_000;
const listings = new WeakMap<Folder, { readonly at: number; readonly files: Promise<readonly string[]> }>();

function listingOf(folder: Folder, { trusted }: Session): Promise<readonly string[]> {
  const known = listings.get(folder);
  if (known && performance.now() - known.at < keptFor) return known.files;
  const files = folder.workspace.fileSystem.list({ trusted }).catch(() => []);
  listings.set(folder, { at: performance.now(), files });
  return files;
}
