/** What the editor knows besides the text: everything that a value can refer to. */
export interface World {
  readonly useCases: readonly Named[];
  readonly endpoints: readonly Named[];
  readonly checks: readonly Named[];
  /** Files of the folder, seen from its root. */
  readonly files: readonly string[];
  /** Files in which generative AI is used. */
  readonly used: readonly string[];
  /** Folder of the file that is edited. */
  readonly folder: string;
}

export interface Named {
  readonly id: string;
  readonly about: string;
}
