import * as z from 'zod';

/** The shapes of `rules/lists.yaml` and `rules/models`. Only the build validates with them. */

const text = z.string().min(1);
const bare = z.string().regex(/^[a-z0-9]+$/);
const country = z.string().regex(/^[A-Z]{2}$/);

export const listsSchema = z.strictObject({
  /** Countries of the European Economic Area. */
  eea: z.array(country),
  /** Cloud regions and where they lie. */
  regions: z.record(z.string().regex(/^[a-z0-9-]+\*?$/), country),
  citizenNumbers: z.array(bare),
  personalData: z.array(bare),
  /** Addresses of forms, manuals and explanations. */
  generalPages: z.array(z.url()),
  /** How the file of a licence begins. */
  licenceHeads: z.array(z.strictObject({ words: z.string().regex(/^[^a-z]+$/), id: text })),
});

const degree = z.enum(['open', 'partial', 'closed']);

/** One family of models, as far as its openness is the same. */
export const modelSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: text,
  maker: text,
  /** As an API or a runtime calls it, lower-case and without vendor in front; `*` at an end is a wildcard. */
  names: z.array(z.string().regex(/^[a-z0-9][a-z0-9.:_-]*\*?$/)).min(1),
  /** Of the weights: an SPDX id where there is one. Left out where nothing is licensed, or it is not known. */
  licence: text.optional(),
  weights: degree,
  /** Whether the training data is published. */
  data: degree,
  /** Whether the training code is published. */
  code: degree,
  /** A public index or model card that says so. */
  sources: z.array(z.url()).min(1),
});

export type Lists = z.infer<typeof listsSchema>;
export type Model = z.infer<typeof modelSchema>;
