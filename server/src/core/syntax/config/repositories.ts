const onGitHub = /^(?:git\+)?https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?(?:[@#?].*)?$/;

/** `git:owner/name`, as the catalogue knows what its makers keep at `https://github.com/owner/name.git`. */
export function repositoryIn(address: string): string | undefined {
  const found = onGitHub.exec(address)?.[1];
  return found === undefined ? undefined : `git:${found}`;
}
