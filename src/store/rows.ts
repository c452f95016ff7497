import * as z from 'zod';
import { StoreInputError, StoreRowError } from './errors.ts';

/** The rows as they are written and read. One definition for both ways: a row from the disk is as foreign as input. */

/** Generous: a report of the longest paste that we read takes about a tenth. */
const MAX_JSON_BYTES = 512 * 1024;

const name = text(200);
const longKey = text(500);
const json = z
  .string()
  .refine((text) => Buffer.byteLength(text) <= MAX_JSON_BYTES, {
    error: `at most ${MAX_JSON_BYTES / 1024} KB`,
    abort: true,
  })
  .refine(isJson, 'must be JSON');
const time = z.int().min(0);

export const reportRow = z.object({
  id: name,
  teamId: name,
  json,
  version: z.int().min(0),
  channelId: name.nullable(),
  userId: name.nullable(),
  audience: name,
  createdAt: time,
});

export const jobRow = z.object({
  id: name,
  queue: z.enum(['inbox', 'outbox']),
  teamId: name,
  kind: name,
  dedupeKey: longKey,
  /** The outbox has none. */
  eventId: longKey.nullable(),
  body: json,
  state: z.enum(['pending', 'leased', 'done', 'dead']),
  attempt: z.int().min(0),
  /** When it may next be claimed: the end of the lease where there is one; `null` when it is over. */
  dueAt: time.nullable(),
  /** Order of arrival, for jobs due in the same millisecond. */
  seq: z.int().min(1),
  owner: name.nullable(),
  result: json.nullable(),
  lastError: z.string().max(1_000).nullable(),
  createdAt: time,
  updatedAt: time,
});

export const caseRow = z.object({
  teamId: name,
  reference: name,
  dedupeKey: longKey,
  reportId: name.nullable(),
  channelId: name.nullable(),
  userId: name.nullable(),
  json,
  state: name,
  result: json.nullable(),
  createdAt: time,
  updatedAt: time,
});

export const claimRow = z.object({ teamId: name, key: longKey, expiresAt: time });

export const feedbackRow = z.object({
  teamId: name,
  reportId: name,
  userId: name,
  kind: name,
  json,
  createdAt: time,
});

export const channelSettingsRow = z.object({
  teamId: name,
  channelId: name,
  version: z.int().min(0),
  json,
  userId: name,
  updatedAt: time,
});

/** The tables as Kysely sees them; the database says `team_id` where we say `teamId`. */
export interface Tables {
  reports: z.infer<typeof reportRow>;
  jobs: z.infer<typeof jobRow>;
  cases: z.infer<typeof caseRow>;
  claims: z.infer<typeof claimRow>;
  feedback: z.infer<typeof feedbackRow>;
  channelSettings: z.infer<typeof channelSettingsRow>;
}

function text(maxChars: number) {
  return z
    .string()
    .min(1, 'must not be empty')
    .max(maxChars, `at most ${maxChars} characters`)
    .regex(/^[^\u0000-\u001f]*$/, 'no control characters');
}

/** @throws StoreInputError naming every field that does not fit */
export function checkInput<Row>(
  table: keyof Tables,
  schema: z.ZodType<Row>,
  input: NoInfer<Row>,
): Row {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new StoreInputError(table, faults(parsed.error));
  return parsed.data;
}

/** @throws StoreRowError naming every field that does not fit */
export function readRow<Row>(table: keyof Tables, schema: z.ZodType<Row>, row: unknown): Row {
  const parsed = schema.safeParse(row);
  if (!parsed.success) throw new StoreRowError(table, faults(parsed.error));
  return parsed.data;
}

function faults({ issues }: z.ZodError): readonly string[] {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
