import * as z from 'zod';
import type { LogStep } from '../evidence/request-log.ts';
import { id, list, number, text, tolerant } from './log-schema.ts';
import { readDuration, readName, readStatus } from './log-values.ts';

/** Steps that are kept; so many fit one page. */
const MAX_STEPS = 50;

const wireActionStep = tolerant({
  action_run_id: id,
  step_index: number,
  step_id: text,
  step_function_name: text,
  duration_ms: number,
  status_code: number,
  skipped: z.boolean().nullable().catch(null),
});

const wireSteps = tolerant({ data: list });

/**
 * The steps of one action run, in their order. Rows of other runs are passed over: which filters the list heeds is not
 * documented. Their `message` is free text of whoever wrote the connector, so it is not read. Never throws.
 */
export function reduceSteps(body: unknown, requestId: string): readonly LogStep[] {
  const rows = wireSteps.parse(body)?.data ?? [];
  return rows
    .slice(0, 1_000)
    .map((row) => wireActionStep.parse(row))
    .filter((row) => row !== null)
    .filter((row) => row.action_run_id?.toLowerCase() === requestId.toLowerCase())
    .filter(({ skipped }) => skipped !== true)
    .toSorted((one, other) => (one.step_index ?? 0) - (other.step_index ?? 0))
    .map(
      (row): LogStep => ({
        name: nameOf(row.step_function_name, row.step_id),
        method: null,
        path: null,
        host: null,
        status: readStatus(row.status_code),
        durationMs: readDuration(row.duration_ms),
        provider: null,
      }),
    )
    .filter(({ name, status }) => name !== null || status !== null)
    .slice(0, MAX_STEPS);
}

/** `request list_employees`: what ran, and which of them it was. */
function nameOf(func: string | null, step: string | null): string | null {
  const parts = [readName(func), readName(step)].filter((part) => part !== null);
  return parts.length === 0 ? null : [...new Set(parts)].join(' ');
}
