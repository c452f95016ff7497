import type { RequestLog } from '../evidence/request-log.ts';
import { DETAILS_MS } from './deadline.ts';
import type { LookUpDeps } from './look-up.ts';
import { reduceLog } from './reduce-log.ts';
import { reduceStepPage, type StepRow } from './reduce-step-page.ts';

/** StackOne's most for one page. */
const PAGE_SIZE = 100;
/** More steps than these pages hold are not shown anyway. */
const MAX_PAGES = 2;

/**
 * The steps of one request, from the list that the older generation keeps beside its logs. One try for each page: a log
 * is worth telling without them. Never throws.
 *
 * @returns a log that knows of nothing else, to be laid over one without steps; `undefined` when the list did not come
 * @see https://docs.stackone.com/platform/api-reference/request-logs/list-logs — seen 2026-11-23
 */
export async function fetchSteps(
  requestId: string,
  { wire, ask }: Pick<LookUpDeps, 'wire' | 'ask'>,
): Promise<RequestLog | undefined> {
  const steps: StepRow[] = [];
  let next: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const cursor: string | null = next;
    const answer = await ask(
      (signal) =>
        wire.GET('/requests/logs/steps', {
          params: {
            query: {
              request_ids: requestId,
              page_size: PAGE_SIZE,
              order_by: 'eventDatetime',
              order_direction: 'desc',
              ...(cursor === null ? {} : { next: cursor }),
            },
          },
          parseAs: 'text',
          signal,
        }),
      1,
      DETAILS_MS,
    );
    const read = answer.kind === 'ok' ? reduceStepPage(answer.body, requestId) : undefined;
    if (read === undefined) {
      if (page === 0) return undefined;
      break;
    }
    steps.push(...read.steps);
    // A page without one of ours is of a list that heeds no filter: the others would be no better.
    if (read.next === null || read.next === cursor || read.steps.length === 0) break;
    next = read.next;
  }
  // Whether the list heeds an order is not documented either.
  const inOrder = steps.toSorted((one, other) => one.at.localeCompare(other.at));
  const log = { request_id: requestId, step_requests: inOrder.map(({ row }) => row) };
  const reduced = reduceLog(log, requestId);
  return reduced.kind === 'log' ? reduced.log : undefined;
}
