const onGitHub = /^(?:git\+)?https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?(?:[@#?].*)?$/;
/** Where charts are fetched from that a repository has: `https://owner.github.io/name`. */
const onPages = /^https:\/\/([\w-]+)\.github\.io\/([\w.-]+)\/?$/;

/** `git:owner/name`, as the catalogue knows what its makers keep at `https://github.com/owner/name.git`. */
export function repositoryIn(address: string): string | undefined {
  const [, owner, name] = onPages.exec(address) ?? [];
  const found = onGitHub.exec(address)?.[1] ?? (owner !== undefined ? `${owner}/${name}` : undefined);
  return found === undefined ? undefined : `git:${found}`;
}
