import type { ConfigurationFile, FactsBuilder } from './factsBuilder.js';

/**
 * What a web server passes on, to where: `proxy_pass https://…;` of nginx, `reverse_proxy http://…` of Caddy,
 * `ProxyPass /ai https://…` of Apache.
 */
const passes =
  /^[ \t]*(proxy_pass|reverse_proxy|ProxyPass(?:Match)?)[ \t]+(?:[^\s#]{1,200}[ \t]+){0,3}?(?<url>(?:https?:\/\/|[\w.-]+:\d)[^\s;#{}]+)/gm;
/** nginx may keep the address in a variable. */
const keeps = /^[ \t]*set[ \t]+\$(\w+)[ \t]+["']?(?<url>https?:\/\/[^\s;"']+)/gm;

/** Behind a name of its own, nginx says which host it asks: for the header, for the certificate, in a list of servers. */
const asks =
  /^[ \t]*(proxy_set_header[ \t]+Host|proxy_ssl_name|server)[ \t]+(?<url>[a-z\d-]+(?:\.[a-z\d-]+){2,}(?::\d+)?)(?=[ \t;])/gm;

/** The configuration of nginx, Caddy or Apache: the addresses that requests are passed on to, as settings. */
export function readProxyFile({ text }: ConfigurationFile, out: FactsBuilder): void {
  for (const pattern of [passes, keeps, asks])
    for (const found of text.matchAll(pattern)) {
      const { 0: all, 1: directive = '', groups, index } = found;
      const url = groups?.['url'] ?? '';
      const keyStart = index + all.indexOf(directive);
      const end = index + all.length;
      out.setting(
        [directive, 'endpoint'],
        url,
        { start: keyStart, end: keyStart + directive.length },
        { start: end - url.length, end },
      );
    }
}
