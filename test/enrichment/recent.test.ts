import { expect, test } from 'vitest';
import { arrange } from '../helpers/stackone-setting.ts';
import { PLANTED, requestLog } from '../helpers/stackone-stand-in.ts';

const many = Array.from({ length: 420 }, (_, at) =>
  requestLog({
    requestId: `adbf752f-6457-4ddd-89b3-${String(at).padStart(12, '0')}`,
    accountId: at % 2 === 0 ? '45355976281015164504' : '45355976281015164505',
    status: at % 3 === 0 ? 502 : 200,
    at: new Date(Date.parse('2026-11-23T05:00:00Z') - at * 60_000).toISOString(),
  }),
);

test('reads a bounded number of pages, newest first, and says that there is more', async () => {
  const { platform, stackOne } = await arrange({ logs: many });
  const outcome = await platform.begin().fetchRecent({});
  if (outcome.kind !== 'found') throw new Error(outcome.kind);
  expect(outcome.requests.length).toBe(300);
  expect(outcome.isCut).toBe(true);
  expect(outcome.requests[0]?.at).toBe('2026-11-23T05:00:00.000Z');
  expect(stackOne.requests.map(({ query }) => query['page_size'])).toEqual(['100', '100', '100']);
  for (const planted of PLANTED) expect(JSON.stringify(outcome)).not.toContain(planted);
});

test.each([false, true])(
  'rows are checked, whether filters are ignored (%j) or not',
  async (ignoresFilters) => {
    const { platform } = await arrange({ logs: many.slice(0, 90), ignoresFilters });
    const outcome = await platform
      .begin()
      .fetchRecent({ accountId: '45355976281015164505', status: 502, providers: ['lever'] });
    if (outcome.kind !== 'found') throw new Error(outcome.kind);
    expect(outcome.requests.length).toBe(15);
    expect(new Set(outcome.requests.map(({ accountId }) => accountId))).toEqual(
      new Set(['45355976281015164505']),
    );
  },
);

test('a page that fails leaves what was read before it', async () => {
  const { platform, stackOne } = await arrange({ logs: many });
  stackOne.setFaults('*', null, { body: 'truncated' });
  expect(await platform.begin().fetchRecent({})).toMatchObject({
    kind: 'found',
    isCut: true,
    requests: { length: 100 },
  });
});

test('a list that cannot be read is said to be so', async () => {
  const { platform, stackOne } = await arrange({ logs: many });
  stackOne.setFaults('*', { status: 403 });
  expect(await platform.begin().fetchRecent({})).toEqual({ kind: 'refused', status: 403 });
});

test('says how far back was read, also where no row is wanted', async () => {
  const { platform } = await arrange({ logs: many, ignoresFilters: true });
  expect(await platform.begin().fetchRecent({ accountId: '45355976281015164599' })).toEqual({
    kind: 'found',
    requests: [],
    isCut: true,
    readBackTo: '2026-11-23T00:01:00.000Z',
  });
});

test.each([
  ['back to itself', ['A', 'A'], 2],
  ['round in a circle', ['A', 'B', 'A'], 3],
])(
  'a cursor that leads %s is not followed for ever, and nothing is said of the rest',
  async (_, cursors, calls) => {
    let at = 0;
    const { platform } = await arrange(
      {},
      {
        fetch: async () => {
          const next = cursors[at] ?? 'A';
          at += 1;
          return Response.json({ data: many.slice(0, 5), next });
        },
      },
    );
    expect(await platform.begin().fetchRecent({})).toMatchObject({
      requests: { length: 5 },
      isCut: true,
    });
    expect(at).toBe(calls);
  },
);

test('a page that is longer than it may be is not read to its end, and that is known', async () => {
  const { platform } = await arrange(
    {},
    { fetch: async () => Response.json({ data: many, next: null }) },
  );
  expect(await platform.begin().fetchRecent({})).toMatchObject({
    requests: { length: 300 },
    isCut: true,
  });
});
