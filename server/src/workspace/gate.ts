/** Decides which files are read into facts; most files of most projects are not. */
export interface Gate {
  /** By the name of the file: never, always, or when a trigger of the catalogue stands in it. */
  readWhen(path: string): 'never' | 'always' | 'triggered';
  /** Whether a trigger stands in these bytes (UTF-8, or any encoding that keeps ASCII as it is). */
  hasTrigger(bytes: Uint8Array): boolean;
}
