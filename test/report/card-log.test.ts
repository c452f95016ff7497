import { describe, expect, test } from 'vitest';
import { answer, enrichReport } from '../../src/answer.ts';
import type { LinkedAccount } from '../../src/evidence/linked-account.ts';
import { draw } from '../helpers/draw.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import { linkedAccount, requestLog, type StackOneFault } from '../helpers/stackone-stand-in.ts';

/** What the log, the account and the latest requests say, as a card. */

const ACCOUNT = '45355976281015164504';
type Data = Parameters<typeof arrange>[0];

async function cardOf(data: Data, text = REQUEST_ID): Promise<string> {
  const { platform } = await arrange(data);
  const report = await enrichReport(answer(text, { knowledge }), { knowledge, logs: platform });
  return draw(report).replaceAll('`', '');
}

test('a failing step is shown, however many went well before it', async () => {
  const steps = Array.from({ length: 40 }, (_, page) => ({
    url: `https://api.lever.co/v1/pages/${page}`,
    status: page === 37 ? 429 : 200,
  }));
  const card = await cardOf({ logs: [requestLog({ requestId: REQUEST_ID, steps })] });
  expect(card).toContain('GET /v1/pages/37 429');
  expect(card).toContain('and 34 more steps');
});

test('where the log was read, nobody is sent to read it', async () => {
  const logs = [requestLog({ requestId: REQUEST_ID })];
  expect(await cardOf({ logs })).not.toContain('Underlying Requests');
  expect(draw(answer('lever 401', { knowledge }))).toContain('Underlying Requests');
});

test.each<[LinkedAccount['status'], string]>([
  ['error', 'as a rule its sign-in has run out or was revoked'],
  ['suspended', 'somebody paused it'],
  ['inactive', 'its integration is disabled'],
  ['expired', 'its sign-in has run out'],
  ['active', 'StackOne counts its sign-in as good'],
])('the account of a refused call, %s: what that means', async (status, meaning) => {
  const card = await cardOf({
    logs: [requestLog({ requestId: REQUEST_ID })],
    accounts: [linkedAccount({ id: ACCOUNT, status })],
  });
  expect(card).toMatch(new RegExp(`Account ${ACCOUNT}: ${status}.*${meaning}`));
});

test("StackOne's own reason comes in place of what a status means as a rule", async () => {
  const reasons = [{ code: 'token_revoked', timestamp: '2026-11-23T04:58:00.000Z' }];
  const card = await cardOf({
    logs: [requestLog({ requestId: REQUEST_ID })],
    accounts: [linkedAccount({ id: ACCOUNT, status: 'error', reasons })],
  });
  expect(card).toContain('error since 2026-11-23 04:58:00 UTC · token_revoked');
  expect(card).not.toContain('as a rule');
});

test('when all accounts of a provider are refused at once, what they share is named', async () => {
  const refused = (at: number, accountId: string) =>
    requestLog({
      requestId: `aaaaaaaa-6457-4ddd-89b3-${String(at).padStart(12, '0')}`,
      accountId,
      at: new Date(Date.parse('2026-11-23T05:00:00Z') - at * 60_000).toISOString(),
    });
  const others = Array.from({ length: 12 }, (_, at) => refused(at, `4535597628101516460${at % 3}`));
  const card = await cardOf({ logs: [requestLog({ requestId: REQUEST_ID }), ...others] });
  expect(card).toContain('to Lever, over all accounts, failed');
  expect(card).toContain('All accounts fail at once, so look first at what they share');
});

/** Names that every object has. */
const INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'];

describe.each(INHERITED)('a log that says %s where a name belongs', (name) => {
  test('is drawn as any other', async () => {
    const logs = [requestLog({ requestId: REQUEST_ID, provider: name, steps: [{}] })];
    const accounts = [{ ...linkedAccount({ id: ACCOUNT }), provider: name, status: name }];
    for (const text of [REQUEST_ID, ACCOUNT]) {
      const card = await cardOf({ logs, accounts }, text);
      expect(card).toContain(ACCOUNT);
      expect(card).not.toMatch(/function|native code/);
    }
  });
});

const EXTREMES: readonly [string, Readonly<Record<string, unknown>>][] = [
  ['times of another age', { event_datetime: '0001-01-01T00:00:00Z' }],
  ['times to come', { event_datetime: '9999-12-31T23:59:59Z' }],
  ['a duration without end', { duration: 1e300 }],
  ['a negative duration', { duration: -5 }],
  ['a status as text', { status: '502' }],
  ['a status of no kind', { status: 99_999 }],
  ['a path that is an address', { path: 'https://evil.example/x?token=fake-raw-token-0004' }],
  ['a method of no kind', { http_method: '<!channel>' }],
  ['a provider in words', { provider: '<!channel> *bold* ~x~' }],
  ['steps that hold each other', { step_requests: [[[[]]], { step_requests: [{}] }, null, 'x'] }],
];

test.each(EXTREMES)('a log with %s is answered', async (_, more) => {
  const logs = [{ ...requestLog({ requestId: REQUEST_ID }), ...more }];
  const card = await cardOf({ logs });
  expect(card).toContain(REQUEST_ID);
  expect(card).not.toMatch(/<!channel>|fake-raw-token|NaN|undefined|Infinity|evil/);
});

test.each<StackOneFault>([
  { body: 'truncated' },
  { body: 'wrong-types' },
  { body: 'nulls' },
  { body: 'array' },
  { body: 'html' },
  { body: 'empty' },
  { body: 'huge' },
  { status: 500 },
  { drop: 'midway' },
])(
  'the account and the latest requests spoiled (%j): the log is told all the same',
  async (fault) => {
    const { platform, stackOne, clock } = await arrange({
      logs: [requestLog({ requestId: REQUEST_ID })],
    });
    stackOne.setFaults(`/accounts/${ACCOUNT}`, fault);
    stackOne.setFaults('/requests/logs', fault);
    const asked = enrichReport(answer(REQUEST_ID, { knowledge }), { knowledge, logs: platform });
    let isOver = false;
    void asked.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      clock.advance(100);
    }
    const report = await asked;
    expect(report.diagnoses[0]?.id).toBe('lever/401');
    expect(report.reach).toBeNull();
  },
);
