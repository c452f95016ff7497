import * as z from 'zod';

/**
 * What we read of StackOne's logs, of both generations at once. Nothing in an answer can make these fail: a field of
 * the wrong type is null, what is not listed is passed over, and both `request_id` and `requestId` are understood (the
 * wire has the first, SDK print-outs and one page of the docs the second).
 */

/** A string check of zod's such as `max` would throw on an object that has a `length`; hence a transform. */
const upTo = (maxChars: number) =>
  z.string().transform((value) => (value.length > maxChars ? null : value));

export const text = upTo(8_000).nullable().catch(null);
const flag = z.boolean().nullable().catch(null);

/** repair: numbers as text, such as `"502"`. */
export const number = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,9}(?:\.\d{1,6})?$/)
      .transform(Number),
  ])
  .nullable()
  .catch(null);

/** repair: ids as numbers; one beyond 2^53 has lost its last digits and is null. */
export const id = z
  .union([upTo(200), z.int().nonnegative().transform(String)])
  .nullable()
  .catch(null);

export const list = z.array(z.unknown()).catch([]);

/** An object with its keys in snake case, or null. */
export function tolerant<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(withSnakeKeys, z.object(shape)).nullable().catch(null);
}

function withSnakeKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      field,
    ]),
  );
}

const advancedRequest = tolerant({
  method: text,
  url: tolerant({ url: text, hostname: text, path: text }),
});

const advancedResponse = tolerant({ status_code: number, provider_errors: list });

/** What a request and a step have in common. */
const call = {
  http_method: text,
  path: text,
  url: text,
  status: number,
  status_code: number,
  duration: number,
  duration_ms: number,
  provider: text,
  connector_key: text,
  request: advancedRequest,
  response: advancedResponse,
};

/** One call from StackOne to the provider. */
export const wireStep = tolerant(call);

/** A log: `UnifiedLogs` of the older generation, an action log of the newer one. */
export const wireLog = tolerant({
  ...call,
  request_id: id,
  action_run_id: id,
  log_id: id,
  account_id: id,
  event_datetime: text,
  event_time: text,
  start_time: text,
  success: flag,
  step_requests: list,
  provider_errors: list,
});

export const wireProviderError = tolerant({
  status: number,
  status_code: number,
  url: text,
  raw: z.unknown().optional(),
});

/** The older generation wraps a log in `data`, the newer one does not. */
export const wrapped = z.object({ data: z.unknown() });

/** The list that a check of the key asks for. */
export const wireList = z.object({ data: z.array(z.unknown()).nullable() });

export type WireCall = NonNullable<z.infer<typeof wireStep>>;
export type WireLog = NonNullable<z.infer<typeof wireLog>>;
