import * as z from 'zod';
import type { RecentQuery, RecentRequest } from '../evidence/recent-requests.ts';
import { reduceLog } from './reduce-log.ts';

const wirePage = z.object({
  data: z.array(z.unknown()),
  next: z.string().max(2_000).nullable().catch(null),
});

/** A page of the request logs, as far as its rows may be kept; a row without ID, status or time tells nothing. */
export interface Page {
  readonly rows: readonly RecentRequest[];
  readonly next: string | null;
  /** It was longer than StackOne's pages may be, and is not read to its end. */
  readonly isCut: boolean;
}

/** StackOne's most are 100. */
const MAX_ROWS = 300;

/** @returns `undefined` when it is no page */
export function reducePage(body: unknown): Page | undefined {
  const page = wirePage.safeParse(body);
  if (!page.success) return undefined;
  const { data, next } = page.data;
  // Rows of which none is one: a page that was spoiled on the way, not an empty one.
  if (data.length > 0 && data.every((row) => idOf(row) === undefined)) return undefined;
  return {
    rows: data.slice(0, MAX_ROWS).flatMap(readRow),
    next: next === '' ? null : next,
    isCut: data.length > MAX_ROWS,
  };
}

function readRow(value: unknown): readonly RecentRequest[] {
  const requestId = idOf(value);
  if (requestId === undefined) return [];
  // Steps and answers, should a list have them, are not for a row: there may be thousands.
  const reduced = reduceLog({ ...Object(value), ...WITHOUT }, requestId);
  if (reduced.kind !== 'log') return [];
  const { method, path, provider, accountId, status, at } = reduced.log;
  return status === null || at === null
    ? []
    : [{ requestId, method, path, provider, accountId, status, at }];
}

const WITHOUT = {
  step_requests: undefined,
  stepRequests: undefined,
  response: undefined,
  provider_errors: undefined,
  providerErrors: undefined,
};

const wireId = z.object({
  request_id: z.string().max(100).optional().catch(undefined),
  requestId: z.string().max(100).optional().catch(undefined),
});

function idOf(value: unknown): string | undefined {
  const ids = wireId.safeParse(value).data;
  const found = ids?.request_id ?? ids?.requestId;
  return found !== undefined && /^[\w-]{8,100}$/.test(found) ? found : undefined;
}

/** StackOne's own filters may or may not be heeded (docs and SDKs differ), so every row is checked here. */
export function fits(row: RecentRequest, { accountId, providers, status }: RecentQuery): boolean {
  return (
    (accountId === undefined || row.accountId === accountId) &&
    (providers === undefined || providers.includes(row.provider?.toLowerCase() ?? '')) &&
    (status === undefined || row.status === status)
  );
}
