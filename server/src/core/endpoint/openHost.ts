/** A first label that someone still has to fill in: `your-resource`, `<name>`, or one that the code works out (`…`). */
const openLabel =
  /^(?:<[^>]*>|\{[^}]*\}|\[[^\]]*\]|[\u0000…]|x{3,}|(?:your|jouw)[-_][\w-]+|my-(?:resource|endpoint|instance|openai)[\w-]*)(?=\.)/i;

/** `https://your-resource.openai.azure.com/` shows `….openai.azure.com/`: what is to be filled in is no name of a place. */
export function withOpenHost(address: string): string {
  const start = /^(?:[a-z][a-z0-9+.-]*:\/\/)?/i.exec(address)?.[0] ?? '';
  return start + address.slice(start.length).replace(openLabel, '…');
}

/**
 * What a host of a service ends with of which the first label is open, with its dot; undefined for a host that is known
 * whole, or of which too little is (`your-company.com`).
 */
export function knownEnd(host: string): string | undefined {
  const end = host.slice(openLabel.exec(host)?.[0].length ?? host.length);
  return /^(?:\.[^.]+){3,}$/.test(end) ? end : undefined;
}
