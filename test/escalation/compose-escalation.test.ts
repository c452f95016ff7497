import { expect, test } from 'vitest';
import { answer, enrichReport } from '../../src/answer.ts';
import { composeEscalation, packetText } from '../../src/escalation/compose-escalation.ts';
import { PACKET_LIMITS } from '../../src/escalation/packet.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { arrange } from '../helpers/stackone-setting.ts';
import { linkedAccount, PLANTED, requestLog } from '../helpers/stackone-stand-in.ts';

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

test('of what the log knows: the failing step, the account without its reasons or owner, and how far it reaches', async () => {
  const requestId = 'adbf752f-6457-4ddd-89b3-98ae2252b83b';
  const row = (at: number, more: object = {}) =>
    requestLog({
      requestId: `aaaaaaaa-6457-4ddd-89b3-${String(at).padStart(12, '0')}`,
      at: new Date(Date.parse('2026-11-23T04:59:00Z') - at * 60_000).toISOString(),
      ...more,
    });
  const { platform } = await arrange({
    logs: [
      requestLog({
        requestId,
        steps: [
          { url: 'https://api.lever.co/v1/stages', status: 200, durationMs: 120 },
          { url: 'https://api.lever.co/v1/opportunities', status: 401, durationMs: 800 },
        ],
      }),
      ...Array.from({ length: 5 }, (_, at) => row(at)),
      row(5, { status: 200 }),
      row(6, { status: 200, accountId: '45355976281015164505' }),
    ],
    accounts: [
      linkedAccount({
        status: 'error',
        reasons: [
          {
            code: 'invalid_grant',
            description: 'wanda.planted@example.com signed out of Planted Holding Ltd',
            timestamp: '2026-11-23T04:58:00.000Z',
          },
        ],
      }),
    ],
  });
  const report = await enrichReport(answer(requestId, { knowledge }), {
    knowledge,
    logs: platform,
  });
  const text = packetText(composeEscalation(report, words));
  for (const part of [
    'Failing step: step 2 of 2: GET /v1/opportunities 401 after 800 ms',
    'Account status: 45355976281015164504 error since 2026-11-23T04:58:00.000Z',
    'Reach: 6 of the last 7 calls of this account failed since 2026-11-23T04:55:00.000Z',
    '0 of 1 other accounts of the provider fail too',
    'last success 2026-11-23T04:54:00.000Z (request aaaaaaaa-6457-4ddd-89b3-000000000005)',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('signed out');
  for (const planted of PLANTED) expect(text).not.toContain(planted);
});
