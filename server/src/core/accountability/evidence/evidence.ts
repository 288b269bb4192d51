import type { ReferencedDocument } from '../../project.js';
import type { AnalysisKind } from '../schema.js';

/** What a reference turned out to be. Never holds a name of a person. */
export type Evidence =
  | {
      readonly found: true;
      /** What the document says that it is, when it says so. */
      readonly kind?: AnalysisKind;
      readonly status?: 'concept' | 'definitief';
      /** ISO dates. */
      readonly created?: string;
      readonly adviceOfDpo?: string;
      readonly signed?: string;
    }
  | {
      readonly found: false;
      /** A variant of `verwijzing-onvindbaar`, or `telt-niet` for a template, an example or a note to do it later. */
      readonly why: string;
      /** For `andere-soort`. */
      readonly actual?: AnalysisKind;
    };

/** A reference with whatever was loaded of it. */
export interface Target {
  readonly kind: AnalysisKind;
  readonly written: string;
  /** Relative to the root, for a document in the project. */
  readonly path?: string;
  readonly document?: ReferencedDocument;
}

/** Knows one form of evidence. */
export interface EvidenceReader {
  /** What it read; undefined when the target is of another form. */
  read(target: Target): Evidence | undefined;
}
