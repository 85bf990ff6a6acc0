import { z } from 'zod';

/** The shapes of the YAML files. Messages are Turkish: curators read them. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'küçük harf, rakam ve tire kullanın (örnek: staj-iptali)');
const sentence = z.string().trim().min(1, 'boş bırakılamaz');
/** Another programme may name its questions `Q_1` or 7: they only have to be usable as names. */
const entryId = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[^\s"'<>]+$/u, 'boşluk, tırnak ve < > kullanmayın'));
/** What people type: "3308" and "true" are texts too, though YAML reads them otherwise. */
const typed = z.union([z.string(), z.number(), z.boolean()]).transform(String).pipe(sentence);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'tarihi 2020-07-17 biçiminde yazın');
const url = z.url({ protocol: /^https?$/, error: 'https:// ile başlayan bir adres yazın' });

export const entrySchema = z.strictObject({
  id: entryId,
  question: sentence,
  /** Short name for buttons; the question itself where absent. */
  label: sentence.optional(),
  audience: z.array(z.enum(['student', 'faculty', 'career'])).default([]),
  /** One or two plain sentences that answer first. */
  lead: sentence.optional(),
  /** The official paragraphs, verbatim and in order. */
  answer: z.union([sentence.transform((text) => [text]), z.array(sentence).min(1, 'en az bir paragraf yazın')]),
  /** Verbatim words of the answer that support the lead; they are cited. */
  support: z.array(sentence).default([]),
  related: z.array(entryId).default([]),
  /** What the answer leaves to the university, shown from its own file. */
  university: z.enum(['regulation', 'units']).optional(),
  source: z
    .strictObject({
      item: z.int().positive(),
      reviewed: isoDate,
      /** When somebody should look at it again. */
      reviewBy: isoDate.optional(),
    })
    .optional(),
  /** How people ask it. */
  variants: z
    .array(typed)
    .nullish()
    .transform((variants) => variants ?? []),
});

export const refusalSchema = z.strictObject({
  id,
  /** Fits into "SSS'de … hakkında bilgi yok". */
  about: sentence,
  /** Who would know. */
  pointer: sentence,
  examples: z.array(typed).min(1, 'en az bir örnek yazın'),
});

/** By folder of `refusals/`. */
export const familiesSchema = z.record(
  z.string(),
  z.strictObject({
    /** Opens the reply; `{about}` is what the subject is about. */
    lead: sentence,
    /** True where the university may know: then its own units are shown. */
    contacts: z.boolean().default(false),
  }),
);

export const smalltalkSchema = z.array(z.strictObject({ id, reply: sentence, examples: z.array(typed).min(1, 'en az bir örnek yazın') }));

export const vocabularySchema = z.strictObject({ concepts: z.record(z.string(), z.array(sentence)) });

export const phrasesSchema = z.record(z.string(), z.record(z.string(), sentence));

export const programmeSchema = z.strictObject({
  name: sentence,
  document: sentence,
  /** The year that is meant where a message writes none. */
  year: z.int(),
  parameters: z.array(z.strictObject({ id, value: sentence, date: sentence, entry: entryId, quote: sentence })),
});

export const universitySchema = z.strictObject({
  name: sentence,
  /** A picture beside this file, shown in the head of the page and on the poster. */
  logo: z
    .string()
    .regex(
      /^[\p{L}\p{N}][\p{L}\p{N}_.-]*\.(svg|png|webp|jpe?g)$/u,
      'aynı klasördeki bir resim dosyasının adını yazın (svg, png, webp ya da jpg)',
    )
    .optional(),
  /** The colour of links and buttons. */
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'rengi "#0c6b5e" gibi, tırnak içinde, # ve altı basamakla yazın')
    .transform((colour) => colour.toLowerCase())
    .optional(),
  units: z.array(z.strictObject({ name: sentence, task: sentence, contact: sentence })).default([]),
  regulation: z.strictObject({ title: sentence, url }).optional(),
  terms: z
    .array(z.strictObject({ name: sentence, from: isoDate, to: isoDate }).refine((t) => t.from <= t.to, 'dönemin sonu başından önce'))
    .default([]),
});

export type University = z.infer<typeof universitySchema>;
export type Programme = z.infer<typeof programmeSchema>;
export type Phrases = z.infer<typeof phrasesSchema>;
export type Families = z.infer<typeof familiesSchema>;
export type Smalltalk = z.infer<typeof smalltalkSchema>[number];

export type ParsedEntry = z.infer<typeof entrySchema>;
export type ParsedRefusal = z.infer<typeof refusalSchema>;
/** An official question with its answer. */
export interface Entry extends ParsedEntry {
  readonly label: string;
}

/** A subject the FAQ does not answer; `family` is the folder it stands in. */
export interface Refusal extends ParsedRefusal {
  readonly family: string;
}
