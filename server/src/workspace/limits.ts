/** Every bound of the workspace layer, by name, so that a report can say which one a file met. */
export const limits = {
  /** A larger file is not read; the report names it. */
  fileBytes: 2_000_000,
  /** Notebooks carry pictures and results, so they may be larger. */
  notebookBytes: 6_000_000,
  /** A referenced document (DPIA, IAMA, card) above this is known to exist, but its text is not read. */
  documentBytes: 4_000_000,
  /** Script and style files whose first bytes hold no line end are minified: nobody wrote them by hand. */
  minifiedProbeBytes: 20_000,
  /** Work between two pauses for the event loop, so that a server stays responsive while it scans. */
  sliceMilliseconds: 12,
  /** More changed files than these are taken in as a scan takes them in. */
  changesAtOnce: 20,
  /** So many of a scan's first files are worked out before all are known; those that rest on later ones are again. */
  preparedAtOnce: 40,
  /** Rounds of "constants that stand in files that take theirs from others", of files that no word lets in. */
  askedRounds: 4,
  /** So many of those files at most. */
  askedFiles: 1000,
  /** Rounds of "documents that refer to documents" (organisation files, includes). */
  documentRounds: 8,
  /** Repositories inside repositories (submodules, clones) that are entered below one another. */
  nestedRepositories: 6,
} as const;

export function largestReadable(path: string): number {
  return path.endsWith('.ipynb') ? limits.notebookBytes : limits.fileBytes;
}
