import type { Catalogue } from '../../catalog/catalogue.js';
import type { Add } from './commandLine.js';

/** What a command of a cloud lets in, and what Helm installs. */
export function deployments(line: string, { resources }: Catalogue, add: Add): void {
  for (const { 0: all, 1: name = '', index } of line.matchAll(granted)) {
    const service = /^arn:[^:]*:([a-z][\w-]*):/.exec(name)?.[1];
    const provider = resources.get((service === undefined ? name : `${service}.amazonaws.com`).toLowerCase());
    if (provider !== undefined) add('infrastructure', provider, index + all.length - name.length, name);
  }
  if (!/\bhelm\b/.test(line) || !/\s(?:install|upgrade|template|pull)\s/.test(line)) return;
  for (const { 0: chart, 1: name = '', index } of line.matchAll(charted)) {
    const provider = resources.get(`chart:${name}`);
    if (provider !== undefined) add('container', provider, index, chart);
  }
}

/** `--principal bedrock.amazonaws.com`, `--policy-arn arn:aws:iam::aws:policy/…` */
const granted = /(?:--(?:principal|source-arn)[= ]+["']?|:aws:policy\/)([\w.:-]{4,100})/g;

/** `open-webui/open-webui`, `oci://ghcr.io/berriai/litellm-helm` */
const charted = /(?<=\s["']?)(?:oci:\/\/)?[\w.-]{1,100}(?:\/[\w.-]{1,100}){0,3}\/([\w-]{1,100})(?=["'\s]|$)/g;
