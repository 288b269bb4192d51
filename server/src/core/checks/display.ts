import { withOpenHost } from '../endpoint/openHost.js';

/** An endpoint as a message shows it: without user info, query or fragment, which can hold a key, and not endlessly long. */
export function displayEndpoint(value: string): string {
  const bare = value
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@\s]*@/i, '$1')
    .replace(/[?#].*$/s, '')
    .replaceAll('\u0000', '…');
  const shown = withOpenHost(bare)
    .replace(/^https:\/\//, '')
    .replace(/\/+$/, '');
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
}
