import type { RecentOutcome, RecentQuery, RecentRequest } from '../evidence/recent-requests.ts';
import type { Asking } from './ask.ts';
import { failureOf } from './failure-of.ts';
import { fits, reducePage } from './reduce-rows.ts';
import type { Wire } from './wire.ts';

export interface RecentDeps {
  readonly wire: Wire;
  readonly ask: Asking;
  readonly deadlineMs: number;
}

/** StackOne's most for one page. */
const PAGE_SIZE = 100;
/** Pages that are read for one question. */
const MAX_PAGES = 3;

/**
 * The latest requests, newest first, from a bounded number of pages. Never throws: what was read before a page failed is
 * what is known.
 */
export async function fetchRecent(
  query: RecentQuery,
  { wire, ask, deadlineMs }: RecentDeps,
): Promise<RecentOutcome> {
  const read: RecentRequest[] = [];
  let isCut = false;
  let next: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const cursor: string | null = next;
    const answer = await ask(
      (signal) =>
        wire.GET('/requests/logs', {
          params: {
            query: {
              page_size: PAGE_SIZE,
              order_by: 'eventDatetime',
              order_direction: 'desc',
              ...(query.accountId === undefined ? {} : { account_ids: query.accountId }),
              ...(query.providers === undefined ? {} : { providers: query.providers.join(',') }),
              ...(query.status === undefined ? {} : { status_codes: String(query.status) }),
              ...(cursor === null ? {} : { next: cursor }),
            },
          },
          parseAs: 'text',
          signal,
        }),
      page === 0 ? 2 : 1,
    );
    const found = answer.kind === 'ok' ? reducePage(answer.body) : undefined;
    if (found === undefined) {
      if (!read.some((row) => fits(row, query))) return failureOf(answer, deadlineMs);
      return outcomeOf(read, query, true);
    }
    read.push(...found.rows);
    isCut ||= found.isCut;
    next = found.next;
    if (next === null) return outcomeOf(read, query, isCut);
    // A cursor that leads back to where it came from says nothing of what lies behind.
    if (next === cursor) return outcomeOf(read, query, true);
  }
  return outcomeOf(read, query, true);
}

function outcomeOf(
  read: readonly RecentRequest[],
  query: RecentQuery,
  isCut: boolean,
): RecentOutcome {
  const sorted = read.toSorted((one, other) => other.at.localeCompare(one.at));
  const wanted = sorted.filter((row) => fits(row, query));
  const requests = [...new Map(wanted.map((row) => [row.requestId, row])).values()];
  return { kind: 'found', requests, isCut, readBackTo: sorted.at(-1)?.at ?? null };
}
