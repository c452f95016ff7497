import * as z from 'zod';
import { id, text, tolerant } from './log-schema.ts';
import { readTime } from './log-values.ts';

const wirePage = tolerant({ data: z.array(z.unknown()).nullable().catch(null), next: text });
const wireRow = tolerant({ request_id: id, start_time: text });

export interface StepRow {
  /** When it ran, in ISO 8601, UTC; empty where that is not told. */
  readonly at: string;
  /** As it came. */
  readonly row: unknown;
}

/** A page of steps, as far as they are those of one request. */
export interface StepPage {
  readonly steps: readonly StepRow[];
  readonly next: string | null;
}

/**
 * Steps of other requests are passed over: whether the list heeds its filter is not documented. Never throws.
 *
 * @returns `undefined` when it is no page
 */
export function reduceStepPage(body: unknown, requestId: string): StepPage | undefined {
  const page = wirePage.parse(body);
  if (page === null || page.data === null) return undefined;
  const steps = page.data
    .slice(0, 100)
    .map((row) => ({ row, wire: wireRow.parse(row) }))
    .filter(({ wire }) => wire?.request_id?.toLowerCase() === requestId.toLowerCase())
    .map(({ row, wire }) => ({ at: readTime(wire?.start_time ?? null) ?? '', row }));
  return { steps, next: page.next === '' ? null : page.next };
}
