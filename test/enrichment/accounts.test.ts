import { expect, test } from 'vitest';
import { arrange } from '../helpers/stackone-setting.ts';
import { linkedAccount, PLANTED, type StackOneFault } from '../helpers/stackone-stand-in.ts';

const ID = '45355976281015164504';

test('reads status, provider and scrubbed reasons of an account, and nothing else', async () => {
  const { platform } = await arrange({
    accounts: [
      linkedAccount({
        status: 'error',
        reasons: [
          { code: null, description: null, timestamp: '2026-11-23T04:00:00.000Z' },
          {
            code: 'invalid_credentials',
            description:
              'Sign-in of wanda.planted@example.com was refused (token fake-raw-token-0004)',
            timestamp: '2026-11-23T04:58:00.000Z',
          },
        ],
      }),
    ],
  });
  const outcome = await platform.begin().fetchAccount(ID);
  expect(outcome).toEqual({
    kind: 'found',
    accountId: ID,
    account: {
      id: ID,
      provider: 'lever',
      status: 'error',
      since: '2026-11-23T04:58:00.000Z',
      reasons: [
        {
          code: 'invalid_credentials',
          text: expect.stringContaining('Sign-in of [redacted:'),
          at: '2026-11-23T04:58:00.000Z',
        },
      ],
    },
  });
  for (const planted of PLANTED.filter((one) => !one.startsWith('fake-raw')))
    expect(JSON.stringify(outcome)).not.toContain(planted);
});

test.each<[string, StackOneFault, string]>([
  ['nothing but nulls', { body: 'nulls' }, 'failed'],
  ['wrong types', { body: 'wrong-types' }, 'failed'],
  ['half an answer', { body: 'truncated' }, 'failed'],
  ['two megabytes', { body: 'huge' }, 'failed'],
  ['a page of HTML', { body: 'html' }, 'failed'],
  ['404', { status: 404 }, 'not-found'],
  ['403', { status: 403 }, 'refused'],
  ['429', { status: 429, retryAfter: '60' }, 'rate-limited'],
])('%s of StackOne is an outcome, no error', async (_, fault, kind) => {
  const { platform, stackOne } = await arrange({ accounts: [linkedAccount()] });
  stackOne.setFaults('*', fault);
  expect((await platform.begin().fetchAccount(ID)).kind).toBe(kind);
});

test('a new status is passed on as it is', async () => {
  const { platform } = await arrange({ accounts: [linkedAccount({ status: 'migrating' })] });
  expect(await platform.begin().fetchAccount(ID)).toMatchObject({
    account: { status: 'migrating' },
  });
});

test('an account is asked for once in a while', async () => {
  const { platform, stackOne, clock } = await arrange({ accounts: [linkedAccount()] });
  await Promise.all([platform.begin().fetchAccount(ID), platform.begin().fetchAccount(ID)]);
  await platform.begin().fetchAccount(ID);
  expect(stackOne.requests.length).toBe(1);
  clock.advance(30_000);
  await platform.begin().fetchAccount(ID);
  expect(stackOne.requests.length).toBe(2);
});

test('all look-ups of one question end within one deadline', async () => {
  const { platform, stackOne, clock } = await arrange({ accounts: [linkedAccount()] });
  stackOne.setFaults('*', { delayMs: 'forever' });
  const lookups = platform.begin();
  const log = lookups.fetchRequestLog('adbf752f-6457-4ddd-89b3-98ae2252b83b');
  await stackOne.received(1);
  clock.advance(6_000);
  const account = lookups.fetchAccount(ID);
  await stackOne.received(2);
  clock.advance(2_000);
  expect((await log).kind).toBe('timeout');
  expect((await account).kind).toBe('timeout');
});
