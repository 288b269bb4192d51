import type { ReferencedDocument } from '../../project.js';
import type { AnalysisKind } from '../schema.js';

/** What a reference turned out to be. Never holds a name of a person. */
export type Evidence =
  | {
      readonly found: true;
      /** What the document says that it is, when it says so. */
      readonly kind?: AnalysisKind;
      readonly status?: 'concept' | 'definitief';
      /** A final DPIA on the government's form is signed; false when this one has no date for that. */
      readonly isSigned?: boolean;
      /** ISO date of the document, as the record or the document itself says: when it was signed, else made. */
      readonly date?: string;
      readonly adviceOfDpo?: string;
      /** What the document says that it is about: a system, another use case. */
      readonly covers?: string;
      /** The document can hold names of people. */
      readonly namesPeople?: boolean;
    }
  | {
      readonly found: false;
      /**
       * A variant of `verwijzing-onvindbaar`, or `telt-niet` for a template, an example, a general page, a note to do it
       * later, or a document of another project.
       */
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
  /** Documents that this one includes or links to; undefined while that is not known. */
  readonly load?: (path: string) => ReferencedDocument | undefined;
}

/** Knows one form of evidence. */
export interface EvidenceReader {
  /** What it read; undefined when the target is of another form. */
  read(target: Target): Evidence | undefined;
}
