/** A file that the scan did not read, or not in full, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}
