import * as z from 'zod';
import type { Profile } from '../settings.js';
import { severities } from './finding.js';
import type { Lists, Model } from '../catalog/listsSchema.js';

/**
 * The shapes of `rules/policy`, `rules/checks` and `rules/texts.yaml`. Only the build validates with them; the rest of
 * the core takes the types, so that nothing of zod reaches the product through here.
 */

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What a person reads, in both languages. */
const bothSchema = z.strictObject({ nl: text, en: text });

/** The same, or one for each profile where the policy texts use other words. */
const perProfileSchema = z.union([
  text,
  z.strictObject({ 'overheidsbreed-2025': text, 'rijk-2023': text } satisfies Record<Profile, z.ZodType>),
]);
const bothPerProfileSchema = z.strictObject({ nl: perProfileSchema, en: perProfileSchema });

const passageSchema = z
  .strictObject({
    /** Begins with the id of its document: `S23-3`. */
    id: z.string().regex(/^[A-Z]+\d*(-[A-Za-z0-9.]+)*$/),
    /** `4.4, p. 13`, `bullet 3`. */
    where: bothSchema,
    title: bothSchema,
    /** Page of the PDF, for `#page=N`: a convenience, not a promise. */
    page: z.number().int().positive().optional(),
    /** When the passage has an address of its own. */
    url: z.url().optional(),
    /** Quotation. Only where the primary text was read. */
    text: text.optional(),
    /** The same in our own words. */
    paraphrase: bothSchema.optional(),
    verified: z.enum(['primary', 'second-hand']),
  })
  .refine((passage) => passage.verified === 'primary' || passage.text === undefined, {
    error: 'a passage that is known second-hand is paraphrased, never quoted',
  })
  .refine((passage) => passage.text !== undefined || passage.paraphrase !== undefined, {
    error: 'a passage has a text or a paraphrase',
  });

export const policyDocumentSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]+\d*$/),
  title: text,
  /** How a message names it: `Handreiking generatieve AI (2025)`. */
  short: bothSchema,
  publisher: text,
  date: text,
  /** Page about the document. Left out when no address was confirmed. */
  url: z.url().optional(),
  /** The document itself. */
  pdf: z.url().optional(),
  passages: z.array(passageSchema).min(1),
});

const severitySchema = z.enum([...severities, '-']);
const severityPerProfileSchema = z.strictObject({
  'overheidsbreed-2025': severitySchema,
  'rijk-2023': severitySchema,
});

const variantSchema = z.strictObject({
  /** When this variant weighs less or more than the check does. `-` is off. */
  severity: severityPerProfileSchema.optional(),
  nl: perProfileSchema,
  en: perProfileSchema,
});

export const checkSchema = z.strictObject({
  id,
  title: bothSchema,
  severity: severityPerProfileSchema,
  /** Passage of the handreiking that every finding of the check links to; one for each profile where they differ. */
  link: perProfileSchema,
  /** What the check rests on. May be empty where it rests on honesty or security, not on a policy text. */
  passages: z.strictObject({ 'overheidsbreed-2025': z.array(text), 'rijk-2023': z.array(text) }),
  /** Names that the code gives a value for; a message uses no others. */
  values: z.array(z.string().regex(/^[a-z][A-Za-z]*$/)),
  message: z.record(id, variantSchema),
  why: bothPerProfileSchema,
  /** The next step, in Markdown. */
  remedy: bothPerProfileSchema,
});

/** Small texts: related places, titles of fixes, headings. */
export const textsSchema = z.record(id, bothSchema);

export type PolicyDocument = z.infer<typeof policyDocumentSchema>;
export type Passage = z.infer<typeof passageSchema>;
export type CheckData = z.infer<typeof checkSchema>;
export type Texts = z.infer<typeof textsSchema>;
export type PerProfile = z.infer<typeof perProfileSchema>;

/** What the build makes of `rules/`, next to the catalogue. */
export interface PolicyRules {
  readonly policy: readonly PolicyDocument[];
  readonly checks: readonly CheckData[];
  readonly texts: Texts;
  readonly models: readonly Model[];
  readonly lists: Lists;
  /** SPDX ids of the licences that the OSI approved. */
  readonly licences: readonly string[];
}
