import { TestClient, type TestClientOptions } from './testClient.js';
import { TestFolder } from './testFolder.js';

/** Starts servers and makes folders for one test, and takes them away after it. */
export class Setup {
  readonly #clients: TestClient[] = [];
  readonly #folders: TestFolder[] = [];

  folder(files: Readonly<Record<string, string>>): TestFolder {
    const folder = new TestFolder(files);
    this.#folders.push(folder);
    return folder;
  }

  async start(folders: readonly TestFolder[], options: Omit<TestClientOptions, 'folders'> = {}): Promise<TestClient> {
    const client = await TestClient.start({ ...options, folders: folders.map(({ folder }) => folder) });
    this.#clients.push(client);
    return client;
  }

  async clear(): Promise<void> {
    await Promise.all(this.#clients.splice(0).map((client) => client.stop()));
    for (const folder of this.#folders.splice(0)) folder.remove();
  }
}
