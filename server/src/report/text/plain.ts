import type { Colors } from 'picocolors/types';

/** Our own Markdown (headings, links, emphasis, code) as plain text, with headings in bold where colours are on. */
export function plain(markdown: string, colors?: Pick<Colors, 'bold'>): string {
  return markdown
    .replace(/^#{1,6} +(.*)$/gm, (_, heading: string) => colors?.bold(heading) ?? heading)
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words: string, url: string) =>
      words === url ? url : `${words} (${url})`,
    )
    .replace(/<(https?:[^>\s]+)>/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => colors?.bold(words) ?? words)
    .replace(/(^|[\s(])[*_]([^*_\n]+)[*_](?=[\s.,;:)]|$)/gm, '$1$2')
    .replace(/`([^`\n]+)`/g, '$1');
}
