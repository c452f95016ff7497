import * as z from 'zod';

/** The one definition of the tables in `knowledge/`. The JSON Schema for editors is generated from it. */

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day, as YYYY-MM-DD')
  .describe('A day, as YYYY-MM-DD.');
const sentence = z.string().trim().min(1).max(1_200);
const phrase = z.string().trim().min(2).max(200);
const status = z.int().min(400).max(599);
const statuses = z
  .union([status, z.array(status).min(1)])
  .transform((value) => (typeof value === 'number' ? [value] : value));

export const actors = [
  'caller',
  'project-admin',
  'customer-admin',
  'provider',
  'stackone',
  'nobody',
  'unclear',
] as const;
export const retryVerdicts = ['yes', 'after-change', 'check-first', 'no', 'unknown'] as const;

const actor = z.enum(actors).describe('Whose move it is; `nobody` means: wait.');

const retry = z.strictObject({
  verdict: z.enum(retryVerdicts),
  afterSeconds: z
    .int()
    .min(1)
    .max(86_400)
    .optional()
    .describe('How long to wait when no Retry-After was seen.'),
  advice: sentence.describe('One sentence: when the same call may be sent again.'),
});

const fixStep = z.strictObject({
  who: z.string().trim().min(2).max(60).describe('Who moves, such as `Project admin` or `You`.'),
  do: sentence.describe('One move, imperative first word, with the exact menu, field or endpoint.'),
});

const when = z
  .strictObject({
    providerStatus: statuses.optional().describe('The status that the provider gave.'),
    platformStatus: statuses.optional().describe("StackOne's own status."),
    codes: z
      .array(z.string().trim().min(1).max(200))
      .optional()
      .describe(
        'Machine strings, compared whole: the code of the provider or `errorCode` of StackOne.',
      ),
    phrases: z
      .array(phrase)
      .optional()
      .describe('Literal words in the message, without regard to case.'),
    accountStatus: z
      .array(phrase)
      .optional()
      .describe(
        'What StackOne says of the linked account, such as `inactive`, where it was asked.',
      ),
    paths: z
      .array(phrase)
      .optional()
      .describe('Parts of the path that was called, such as `/users/`.'),
  })
  .describe('All given kinds must fit; within a kind one is enough.');

const variant = z
  .strictObject({
    when: z
      .union([when, z.array(when).min(1).max(6)])
      .optional()
      .describe('One, or several of which one is enough.'),
    title: z.string().trim().min(5).max(120).optional(),
    cause: sentence,
    actor: actor.optional(),
    retry: retry.optional(),
    fix: z.array(fixStep).optional(),
    check: sentence.optional().describe('What tells this cause from the others.'),
  })
  .describe('One of several causes behind the same answer.');

const source = z.strictObject({
  url: z.url({ protocol: /^https$/, error: 'expected an https address' }),
  seen: day,
  note: sentence.optional(),
});

const examples = z.strictObject({
  hits: z.array(z.string().min(1)).min(1).describe('Pastes that must diagnose to this entry.'),
  misses: z.array(z.string().min(1)).min(1).describe('Near pastes that must not.'),
});

const id = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/,
    'expected `<subject>/<slug>`, in small letters, digits and hyphens',
  )
  .describe('`<subject>/<slug>`; permanent, retired but never used again.');

const shared = {
  id,
  title: z
    .string()
    .trim()
    .min(5)
    .max(120)
    .describe('What happened, naming the system; neither cause nor cure.'),
  symptoms: z.array(phrase).default([]).describe('How people ask about it, in words.'),
  cause: sentence,
  note: sentence.optional().describe('What else is worth knowing.'),
  since: day.optional(),
  until: day.optional().describe('The day on which the fact ends.'),
  sources: z.array(source).min(1),
};

const needsContext = z
  .boolean()
  .default(false)
  .describe('Its words and codes are not only of calls to StackOne: alone they prove nothing.');

const errorEntry = z.strictObject({
  ...shared,
  kind: z.literal('error'),
  when,
  needsContext,
  names: z.array(phrase).default([]).describe('Names of the status that people type, spelt right.'),
  identifiers: z
    .array(phrase)
    .default([])
    .describe('Error classes and machine strings that stand for this status.'),
  actor,
  retry,
  fix: z.array(fixStep).min(1),
  check: sentence.describe('How they know it worked.'),
  escalate: z.enum(['never', 'when-fix-fails', 'always']),
  variants: z.array(variant).default([]),
  tips: z.array(id).default([]),
  examples,
});

const quirkEntry = z.strictObject({
  ...shared,
  kind: z.literal('quirk'),
  when: when.default({}),
  needsContext,
  symptoms: z.array(phrase).min(1),
  actor,
  retry,
  fix: z.array(fixStep).min(1),
  check: sentence,
  escalate: z.enum(['never', 'when-fix-fails', 'always']),
  tips: z.array(id).default([]),
  examples,
});

const tipEntry = z.strictObject({
  ...shared,
  kind: z.literal('tip'),
  fix: z.array(fixStep).min(1),
});

export const entrySchema = z.discriminatedUnion('kind', [errorEntry, quirkEntry, tipEntry]);

const hostName = z
  .string()
  .regex(
    /^[a-z0-9*][a-z0-9.*-]*$/,
    'expected a host in small letters, such as `api.lever.co` or `*.workable.com`',
  );
const host = z.union([
  hostName,
  z.strictObject({
    host: hostName,
    path: z.string().startsWith('/', 'expected a path that begins with `/`'),
  }),
]);

const providerKey = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_]*$/, 'expected small letters, digits and underscores')
    .describe("StackOne's provider key."),
  name: z.string().min(2).max(80),
  categories: z.array(z.string().regex(/^[a-z_-]+$/, 'expected small letters, such as `ats`')),
  unverified: z
    .boolean()
    .default(false)
    .describe('The key was derived from a page name and was not seen in use.'),
  source: z.string().min(3).describe('Where the key was read.'),
});

/** One file in `knowledge/providers/`: a vendor and its entries. */
export const vendorFileSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  vendor: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'expected small letters, digits and hyphens')
    .describe('Short name; the file bears it too.'),
  name: z.string().min(2).max(80).describe('What people read.'),
  keys: z
    .array(providerKey)
    .default([])
    .describe("StackOne's keys for it: one or more; none where a team adds to a vendor we know."),
  aliases: z.array(z.string().min(1).max(80)).default([]),
  nicknames: z
    .array(z.string().min(2).max(80))
    .default([])
    .describe(
      'Names that mean much else too, such as a first name or two letters: they count only right beside a status.',
    ),
  hosts: z.array(host).default([]),
  needsContext: z
    .boolean()
    .optional()
    .describe(
      'The name alone proves nothing: an everyday word, or a system used without StackOne.',
    ),
  errorPaths: z
    .strictObject({ code: z.array(phrase).default([]), message: z.array(phrase).default([]) })
    .default({ code: [], message: [] })
    .describe(
      'Where its error bodies keep machine string and words, as dotted paths such as `errors[0].code`.',
    ),
  entries: z.array(entrySchema).default([]),
});

/** One file directly in `knowledge/`: entries of a subject that is no vendor. */
export const subjectFileSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  subject: z.enum(['stackone', 'provider', 'http', 'tip']),
  entries: z.array(entrySchema).min(1),
});

export type Actor = (typeof actors)[number];
export type RetryVerdict = (typeof retryVerdicts)[number];
export type Entry = z.infer<typeof entrySchema>;
export type ErrorEntry = z.infer<typeof errorEntry>;
export type QuirkEntry = z.infer<typeof quirkEntry>;
export type TipEntry = z.infer<typeof tipEntry>;
export type Variant = z.infer<typeof variant>;
export type When = z.infer<typeof when>;
export type VendorFile = z.infer<typeof vendorFileSchema>;
export type SubjectFile = z.infer<typeof subjectFileSchema>;
