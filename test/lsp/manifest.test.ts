import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { severities } from '../../server/src/core/checks/finding.js';
import { profiles } from '../../server/src/core/settings.js';
import { commands } from '../../server/src/lsp/commands.js';
import { defaultSettings, readFolderSettings } from '../../server/src/lsp/folderSettings.js';

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly additionalProperties?: { readonly enum: readonly string[] };
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const settings = manifest.contributes.configuration.properties;
const setting = (name: string): Setting => {
  const found = settings[`handreiking.${name}`];
  assert.ok(found, name);
  return found;
};

describe('the manifest of the extension', () => {
  it('has the defaults of the server', () => {
    const entries = Object.keys(defaultSettings).map((name) => [name, setting(name).default]);
    const complaints: string[] = [];
    assert.deepEqual(
      readFolderSettings(Object.fromEntries(entries), (what) => complaints.push(what)),
      defaultSettings,
    );
    assert.deepEqual(complaints, []);
  });

  it('has a setting for each that the server reads, and none that nobody reads', () => {
    const known = [...Object.keys(defaultSettings), 'trace.server'].map((name) => `handreiking.${name}`);
    assert.deepEqual(Object.keys(settings).sort(), known.sort());
  });

  it('offers the profiles and severities that there are', () => {
    assert.deepEqual(setting('profile').enum, ['auto', ...profiles]);
    assert.deepEqual(setting('checks').additionalProperties?.enum, [...severities, 'off']);
  });

  it('names the commands of the server that a person gives by name', () => {
    const names = manifest.contributes.commands.map(({ command }) => command);
    assert.ok(names.includes(commands.scanWorkspace));
  });

  it('never starts the extension for everything', () => {
    assert.ok(!manifest.activationEvents.includes('*'));
  });

  it('has every text in both languages, and no text that is not used', () => {
    const used = [...new Set([...text.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]))].sort();
    for (const file of ['package.nls.json', 'package.nls.nl.json']) {
      assert.deepEqual(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object).sort(), used, file);
    }
  });
});
