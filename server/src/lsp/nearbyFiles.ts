import { baselineName } from '../core/baseline/baselineFile.js';
import { describe } from './guard.js';
import type { Folder } from './folder.js';
import type { Server } from './server.js';

/** Names that say where calls go and what is recorded; they are read even where the folder is not searched. */
const names = ['ai-verantwoording.yml', 'ai-verantwoording.yaml', baselineName, '.env', 'appsettings.json'];

/** For a folder without a scan: reads the files that decide about an open document, in its folder and those above it. */
export function nearbyFiles({ connection, session }: Server, folder: Folder): void {
  const asked = new Set<string>();
  const read = async (uri: string) => {
    if (folder.scan) return;
    const found = session.locate(uri);
    if (found?.folder !== folder) return;
    const parts = found.path.split('/').slice(0, -1);
    const above = parts.map((_part, at) => parts.slice(0, at + 1).join('/'));
    const wanted = ['', ...above].flatMap((place) => names.map((name) => (place ? `${place}/${name}` : name)));
    const paths = wanted.filter((path) => !asked.has(path));
    for (const path of paths) asked.add(path);
    if (paths.length > 0 && (await folder.inTurn(() => folder.workspace.changed(paths)))) session.announce(folder);
  };
  const start = (uri: string) => {
    read(uri).catch((error: unknown) => connection.console.error(`${uri}: ${describe(error)}`));
  };
  for (const uri of session.openUris()) start(uri);
  session.onEdited(start);
}
