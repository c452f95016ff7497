import { expect, test } from 'vitest';
import { answer, enrichReport } from '../src/answer.ts';
import { withoutLogs } from '../src/engine.ts';
import { caseNames, readCase } from './helpers/cases.ts';
import { knowledge } from './helpers/knowledge.ts';
import { arrange } from './helpers/stackone-setting.ts';
import type { StackOneOptions } from './helpers/stackone-stand-in.ts';

/** Whole pastes, read as anybody would paste them. */

test('there are cases', () => {
  expect(caseNames.length).toBeGreaterThan(0);
});

test.each(caseNames)('%s', async (name) => {
  const { paste, expected, logs } = readCase(name);
  const reader =
    logs === undefined
      ? withoutLogs('no-key')
      : (await arrange({ logs: logs as NonNullable<StackOneOptions['logs']> })).platform;
  const report = await enrichReport(answer(paste, { knowledge }), { knowledge, logs: reader });
  const given = report.diagnoses.filter(({ confidence }) => confidence >= 0.5).map(({ id }) => id);
  expect(given[0] ?? 'none').toBe(expected.first);
  expect(given.slice(0, 3)).toEqual(expect.arrayContaining([...expected.also]));
  if (expected.status !== undefined) expect(report.evidence.statuses[0]).toBe(expected.status);
  if (expected.provider !== undefined)
    expect(report.evidence.providers).toContain(expected.provider);
  if (expected.failed !== undefined)
    expect(report.evidence.calls.filter((call) => call.failed)).toHaveLength(expected.failed);
  if (expected.requestIds !== undefined)
    expect(report.evidence.requestIds).toEqual(expected.requestIds);
  if (expected.accountIds !== undefined)
    expect(report.evidence.accountIds).toEqual(expected.accountIds);
  if (expected.escalation !== undefined) expect(report.escalation).toBe(expected.escalation);
});
