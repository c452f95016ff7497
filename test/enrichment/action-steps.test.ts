import { expect, test } from 'vitest';
import { answer, enrichReport } from '../../src/answer.ts';
import { reduceSteps } from '../../src/enrichment/reduce-steps.ts';
import { draw } from '../helpers/draw.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { arrange, REQUEST_ID } from '../helpers/stackone-setting.ts';
import {
  actionLog,
  actionStep,
  PLANTED,
  type StackOneFault,
} from '../helpers/stackone-stand-in.ts';

/** Steps of an action run, from the newer generation of the logs. */

const OTHER_ID = '7f3c1d52-6457-4ddd-89b3-98ae2252b83b';
const actionLogs = [actionLog({ requestId: REQUEST_ID })];
const actionSteps = [
  actionStep({ requestId: OTHER_ID, name: 'of_another_run' }),
  actionStep({ requestId: REQUEST_ID, name: 'list_employees', index: 1, durationMs: 320 }),
  actionStep({ requestId: REQUEST_ID, name: 'get_token', status: 200, durationMs: 160 }),
  { ...actionStep({ requestId: REQUEST_ID, name: 'left_out', index: 2 }), skipped: true },
];

test('shows the steps of that run alone, in their order, with their share of the time', async () => {
  const { platform, stackOne } = await arrange({ actionLogs, actionSteps });
  const report = await enrichReport(answer(REQUEST_ID, { knowledge }), {
    knowledge,
    logs: platform,
  });
  const card = draw(report).replaceAll('`', '');
  expect(card).toMatch(
    /request get_token 200 160 ms, 25 % of the time\s+.*request list_employees 403 320 ms, 50 %/s,
  );
  expect(card).not.toMatch(/of_another_run|left_out|Advanced Logs/);
  for (const planted of PLANTED) expect(JSON.stringify(report)).not.toContain(planted);
  expect(stackOne.requests.filter(({ path }) => path === '/logs/steps')).toHaveLength(1);
});

test.each<[string, StackOneFault]>([
  ['refused', { status: 400 }],
  ['down', { status: 503 }],
  ['cut off', { body: 'truncated' }],
  ['null everywhere', { body: 'nulls' }],
  ['of wrong types', { body: 'wrong-types' }],
  ['a list', { body: 'array' }],
])('the log is told without its steps when the list is %s, after one try', async (_, fault) => {
  const { platform, stackOne } = await arrange({ actionLogs, actionSteps });
  stackOne.setFaults('/logs/steps', fault);
  expect(await platform.fetchRequestLog(REQUEST_ID)).toMatchObject({
    kind: 'found',
    log: { status: 403, steps: [], detailsMissing: true },
  });
  expect(stackOne.requests.filter(({ path }) => path === '/logs/steps')).toHaveLength(1);
});

test('a run that succeeded is not asked for its steps', async () => {
  const { platform, stackOne } = await arrange({
    actionLogs: [actionLog({ requestId: REQUEST_ID, status: 200 })],
    actionSteps,
  });
  await platform.fetchRequestLog(REQUEST_ID);
  expect(stackOne.requests.some(({ path }) => path === '/logs/steps')).toBe(false);
});

test.each([null, undefined, 7, 'text', [], {}, { data: null }, { data: [null, 3, {}, [[]]] }])(
  'hostile lists are no steps: %j',
  (body) => {
    expect(reduceSteps(body, REQUEST_ID)).toEqual([]);
  },
);

test('names that are none are left out, and steps are bounded', () => {
  const rows = Array.from({ length: 3_000 }, (_, index) => ({
    ...actionStep({ requestId: REQUEST_ID, index }),
    step_id: 'a sentence about wanda.planted@example.com',
    step_function_name: null,
  }));
  const steps = reduceSteps({ data: rows }, REQUEST_ID);
  expect(steps).toHaveLength(50);
  expect(steps[0]).toMatchObject({ name: null, status: 403 });
});
