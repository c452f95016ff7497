import { expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import { composeEscalation, packetText } from '../../src/escalation/compose-escalation.ts';
import { PACKET_LIMITS } from '../../src/escalation/packet.ts';
import { knowledge } from '../helpers/knowledge.ts';

const paste = (path: string): string =>
  `POST https://api.stackone.com${path}\nx-request-id: adbf752f-6457-4ddd-89b3-98ae2252b83b\nx-account-id: 45355976281015164504\nauthorization: Basic c2VjcmV0LXNlY3JldA==\n\n{"statusCode":502,"message":"Bad Gateway","provider_errors":[{"status":500,"url":"https://api.lever.co/v1/notes?token=abc","raw":{"code":"ServerError","employee":"Wanda Example"}}]}`;
const words = { reference: 'K7QX-3MTB', tried: null, note: null };

test('holds what support will ask for', () => {
  const text = packetText(
    composeEscalation(answer(paste('/unified/ats/notes'), { knowledge }), {
      ...words,
      tried: 'Sent it again.',
    }),
  );
  for (const part of [
    'K7QX-3MTB',
    'adbf752f-6457-4ddd-89b3-98ae2252b83b',
    '45355976281015164504',
    'Lever',
    'StackOne status: 502',
    'Provider status: 500 ServerError',
    'Sent it again.',
  ])
    expect(text).toContain(part);
});

test('holds nothing that must not leave', () => {
  const text = JSON.stringify(
    composeEscalation(answer(paste('/unified/ats/notes'), { knowledge }), words),
  );
  expect(text).not.toMatch(/c2VjcmV0|token=|Wanda/);
});

test('is bounded, whatever the report', () => {
  const packet = composeEscalation(answer(paste(`/unified/${'x'.repeat(5_000)}`), { knowledge }), {
    ...words,
    tried: 'a'.repeat(10_000),
    note: ' ',
  });
  expect(packet.title.length).toBeLessThanOrEqual(PACKET_LIMITS.title);
  expect(packet.facts.length).toBeLessThanOrEqual(PACKET_LIMITS.facts);
  expect(Math.max(...packet.facts.map(({ value }) => value.length))).toBeLessThanOrEqual(
    PACKET_LIMITS.value,
  );
  expect(packet.tried?.length).toBe(PACKET_LIMITS.words);
  expect(packet.note).toBeNull();
});
