import { expect, test } from 'vitest';
import { readFrame } from '../../../src/slack/socket/envelope.ts';

const envelope = (payload: unknown) =>
  JSON.stringify({ type: 'events_api', envelope_id: 'e1', payload });

test.each([
  [JSON.stringify({ type: 'disconnect', reason: 'warning' }), { kind: 'leave', reason: 'warning' }],
  [JSON.stringify({ type: 'disconnect' }), { kind: 'leave', reason: 'unknown' }],
  [
    envelope({ type: 'app_rate_limited' }),
    { kind: 'no-event', id: 'e1', type: 'app_rate_limited' },
  ],
  [envelope(null), { kind: 'no-event', id: 'e1', type: 'unknown' }],
  [
    JSON.stringify({ type: 'events_api', envelope_id: 7, payload: [] }),
    { kind: 'no-event', id: undefined, type: 'unknown' },
  ],
  [envelope({ type: 'event_callback', event: { type: 'message' } }), { kind: 'other' }],
  [JSON.stringify({ type: 'hello' }), { kind: 'other' }],
  ['null', { kind: 'other' }],
  ['[]', { kind: 'other' }],
  ['{"type":', { kind: 'other' }],
  [new Uint8Array([1]), { kind: 'other' }],
])('reads %j', (data, frame) => {
  expect(readFrame(data)).toEqual(frame);
});
