import createClient, { type Client } from 'openapi-fetch';
import { readBoundedText } from './bounded-text.ts';
import { createSlots } from './slots.ts';
import type { paths } from './stackone.generated.ts';

/** No log that we have use for is longer; Advanced Logs keeps whole bodies. */
const MAX_BODY_BYTES = 2 * 1_024 * 1_024;

/** Calls on the wire at once: a key has 1,000 a minute, and they are the customer's (StackOne docs, rate limiting). */
const MAX_CALLS = 4;

export interface WireOptions {
  readonly apiKey: string;
  readonly rootUrl: string;
  readonly userAgent: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** StackOne's API as our OpenAPI document types it. Each call is one attempt, with a body that is small or empty. */
export type Wire = Client<paths>;

/**
 * @returns a client that rejects when the connection breaks or the call's signal is aborted, and never for a status.
 *   Bodies come as text (`parseAs: 'text'`): empty for anything but a success, and for one over 2 MB.
 */
export function createWire({ apiKey, rootUrl, userAgent, fetch }: WireOptions): Wire {
  const slots = createSlots(MAX_CALLS);
  return createClient<paths>({
    baseUrl: rootUrl,
    // A key goes to the host that it was meant for, not to where that host points.
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`,
      // StackOne's filters may refuse calls without one (403; StackOne docs, error codes, seen 2026-11-23).
      'user-agent': userAgent,
    },
    fetch: (request) => slots(() => attempt(request, fetch), request.signal),
  });
}

/** How long to wait, and by which clock. */
const KEPT_HEADERS = ['retry-after', 'date'];

/** The body is read here, inside the slot and under the call's signal; what is passed on is already in memory. */
async function attempt(request: Request, fetch: WireOptions['fetch']): Promise<Response> {
  const response = await fetch(request);
  const head = {
    status: response.status,
    headers: KEPT_HEADERS.flatMap((name): readonly [string, string][] => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  };
  if (!response.ok) {
    await response.body?.cancel();
    return new Response(null, head);
  }
  const text = await readBoundedText(response, MAX_BODY_BYTES);
  return new Response(text === null || text === '' ? null : text, head);
}
