import { expect, test } from 'vitest';
import { answer, enrichReport } from '../../src/answer.ts';
import { reduceStepPage } from '../../src/enrichment/reduce-step-page.ts';
import { draw } from '../helpers/draw.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import {
  PLANTED,
  requestLog,
  type StackOneFault,
  type StackOneStandIn,
} from '../helpers/stackone-stand-in.ts';

/** Steps of a request whose log came without them, from the list of the older generation. */

const OTHER_ID = '7f3c1d52-6457-4ddd-89b3-98ae2252b83b';
const LIST = '/requests/logs/steps';
const steps = [
  { url: 'https://api.lever.co/v1/stages', status: 200, durationMs: 240 },
  { url: 'https://api.lever.co/v1/opportunities', status: 401, durationMs: 800 },
];
const logs = [
  requestLog({ requestId: OTHER_ID, steps: [{ url: 'https://api.lever.co/v1/of-another' }] }),
  requestLog({ requestId: REQUEST_ID, steps, advancedLogs: false }),
];
const lists = ({ requests }: StackOneStandIn) => requests.filter(({ path }) => path === LIST);

test.each([false, true])('is told with them, filters ignored: %s', async (ignoresFilters) => {
  const { platform, stackOne } = await arrange({ logs, stepsApart: true, ignoresFilters });
  const report = await enrichReport(answer(REQUEST_ID, { knowledge }), {
    knowledge,
    logs: platform,
  });
  expect(report.diagnoses[0]?.id).toBe('lever/401');
  const card = draw(report).replaceAll('`', '');
  expect(card).toMatch(
    /GET \/v1\/stages 200 240 ms, 20 % of the time.*GET \/v1\/opportunities 401 800 ms, 67 %/s,
  );
  expect(card).not.toMatch(/of-another/);
  for (const planted of PLANTED) expect(JSON.stringify(report)).not.toContain(planted);
  expect(lists(stackOne)).toHaveLength(1);
  expect(lists(stackOne)[0]?.query).toMatchObject({ request_ids: REQUEST_ID, page_size: '100' });
});

test('the advanced log is asked at the same time', async () => {
  const { platform, stackOne } = await arrange({ logs, stepsApart: true });
  stackOne.setFaults(LIST, { delayMs: 'forever' });
  const asked = platform.fetchRequestLog(REQUEST_ID);
  await stackOne.received(3);
  await stackOne.close();
  expect(await asked).toMatchObject({ kind: 'found', log: { steps: [], detailsMissing: true } });
});

test('neither for a log that has them, nor for a request that succeeded', async () => {
  const whole = await arrange({ logs });
  await whole.platform.fetchRequestLog(REQUEST_ID);
  const fine = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID, status: 200 })],
    stepsApart: true,
  });
  await fine.platform.fetchRequestLog(REQUEST_ID);
  expect([...lists(whole.stackOne), ...lists(fine.stackOne)]).toEqual([]);
});

test.each<[string, StackOneFault]>([
  ['refused', { status: 403 }],
  ['not there', { status: 404 }],
  ['down', { status: 503 }],
  ['cut off', { body: 'truncated' }],
  ['null everywhere', { body: 'nulls' }],
  ['of wrong types', { body: 'wrong-types' }],
  ['a list', { body: 'array' }],
  ['over 2 MB', { body: 'huge' }],
])('the log is told without them when the list is %s, after one try', async (_, fault) => {
  const { platform, stackOne } = await arrange({ logs, stepsApart: true });
  stackOne.setFaults(LIST, fault);
  expect(await platform.fetchRequestLog(REQUEST_ID)).toMatchObject({
    kind: 'found',
    log: { status: 502, steps: [], detailsMissing: true },
  });
  expect(lists(stackOne)).toHaveLength(1);
});

test('the list is asked again when it did not come, though the provider is known to have answered', async () => {
  const { platform, stackOne } = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID, steps })],
    stepsApart: true,
  });
  stackOne.setFaults(LIST, { status: 503 }, null);
  expect(await platform.fetchRequestLog(REQUEST_ID)).toMatchObject({ log: { steps: [] } });
  expect(await platform.fetchRequestLog(REQUEST_ID)).toMatchObject({
    log: { steps: [{ status: 200 }, { status: 401 }] },
  });
  await platform.fetchRequestLog(REQUEST_ID);
  expect(lists(stackOne)).toHaveLength(2);
});

test('follows the cursor once, and keeps the first steps and those that failed', async () => {
  const many = Array.from({ length: 150 }, (_, at) => ({
    url: `https://api.lever.co/v1/pages/${at}`,
    status: at === 140 ? 429 : 200,
  }));
  const { platform, stackOne } = await arrange({
    logs: [requestLog({ requestId: REQUEST_ID, steps: many, advancedLogs: false })],
    stepsApart: true,
  });
  const outcome = await platform.fetchRequestLog(REQUEST_ID);
  const kept = outcome.kind === 'found' ? outcome.log.steps : [];
  expect(kept).toHaveLength(50);
  expect(kept.some(({ status }) => status === 429)).toBe(true);
  expect(lists(stackOne)).toHaveLength(2);
});

test('steps come in any order, and are told in the order in which they ran', async () => {
  const { platform } = await arrange({
    logs: [
      {
        ...requestLog({ requestId: REQUEST_ID, advancedLogs: false }),
        step_requests: [2, 0, 1].map((second) => ({
          request_id: REQUEST_ID.toUpperCase(),
          start_time: `2026-11-23T05:00:0${second}.000Z`,
          path: `/v1/step-${second}`,
          status: 500 + second,
        })),
      },
    ],
    stepsApart: true,
  });
  expect(await platform.fetchRequestLog(REQUEST_ID)).toMatchObject({
    log: { steps: [{ status: 500 }, { status: 501 }, { status: 502 }] },
  });
});

test.each([null, undefined, 7, 'text', [], {}, { data: null }, { data: 'rows' }])(
  'no page: %j',
  (body) => {
    expect(reduceStepPage(body, REQUEST_ID)).toBeUndefined();
  },
);

test('rows that are none are passed over', () => {
  expect(reduceStepPage({ data: [null, 3, {}, [[]], { request_id: 7 }] }, REQUEST_ID)).toEqual({
    steps: [],
    next: null,
  });
});
