import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What a platform can do wrong on one path. Parts that are left out are as they would be without the fault. */
export interface StackOneFault {
  /** Answers with this status and the platform's error envelope. */
  readonly status?: number;
  /** Sent as it is: seconds or a date. */
  readonly retryAfter?: string;
  /** When it was sent, by StackOne's clock; not said if left out. */
  readonly date?: string;
  /** Milliseconds before the answer; `forever` holds it until the stand-in is closed. */
  readonly delayMs?: number | 'forever';
  /** What comes in place of the answer's JSON. `nulls` and `wrong-types` keep its shape. */
  readonly body?: 'truncated' | 'wrong-types' | 'nulls' | 'html' | 'huge' | 'array' | 'empty';
  /** Closes the connection before the answer, or in the middle of it. */
  readonly drop?: 'before' | 'midway';
  /** Where a redirect points; with a status of 3xx. */
  readonly location?: string;
}

/** A healthy answer: status and what is to be sent as JSON. */
export interface StackOneAnswer {
  readonly status: number;
  readonly json: unknown;
}

/** Sends the answer, spoiled as the fault says. */
export async function sendSpoiled(
  response: ServerResponse,
  answer: StackOneAnswer,
  fault: StackOneFault,
): Promise<void> {
  if (fault.delayMs === 'forever') return;
  if (fault.delayMs !== undefined) await pause(fault.delayMs);
  if (fault.drop === 'before') {
    response.destroy();
    return;
  }
  const { status, json } =
    fault.status === undefined
      ? answer
      : { status: fault.status, json: errorEnvelope(fault.status) };
  const body = spoil(json, fault.body);
  response.statusCode = status;
  response.setHeader('content-type', fault.body === 'html' ? 'text/html' : 'application/json');
  if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
  // The time of the machine is not the one that tests hand in.
  response.sendDate = false;
  if (fault.date !== undefined) response.setHeader('date', fault.date);
  if (fault.location !== undefined) response.setHeader('location', fault.location);
  if (fault.drop === 'midway') {
    response.write(body.slice(0, body.length / 2), () => response.destroy());
    return;
  }
  response.end(body);
}

/** As StackOne words its errors. */
export function errorEnvelope(status: number, message = `Status ${status}`): object {
  return { statusCode: status, message, timestamp: '2026-11-23T05:00:00.000Z' };
}

function spoil(json: unknown, how: StackOneFault['body']): string {
  const healthy = JSON.stringify(json);
  switch (how) {
    case undefined:
      return healthy;
    case 'truncated':
      return healthy.slice(0, Math.floor(healthy.length * 0.7));
    case 'wrong-types':
      return JSON.stringify(mapLeaves(json, (leaf) => [typeof leaf, { was: [leaf === null] }]));
    case 'nulls':
      return JSON.stringify(mapLeaves(json, () => null));
    case 'html':
      return '<!doctype html><html><body><h1>Bad gateway</h1></body></html>';
    case 'huge':
      return JSON.stringify({ padding: 'x'.repeat(2_200_000), ...Object(json) });
    case 'array':
      return `[${healthy}]`;
    case 'empty':
      return '';
    default:
      return how satisfies never;
  }
}

/** Every value inside the log is replaced; the `data` around it, which StackOne always sends, stays an object. */
function mapLeaves(json: unknown, replace: (leaf: unknown) => unknown, depth = 0): unknown {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  if (!isObject || depth > 1) return replace(json);
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, mapLeaves(value, replace, depth + 1)]),
  );
}
