import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { answer, enrichReport } from '../src/answer.ts';
import { withoutLogs } from '../src/engine.ts';
import { knowledge } from './helpers/knowledge.ts';
import { arrange } from './helpers/stackone-setting.ts';

/** Whole pastes, each in a folder of its own, with what must be found in it, written by hand. */

const folder = resolve(import.meta.dirname, 'cases');
const expectation = z.strictObject({
  first: z.string().describe('Id of the first diagnosis, or `none`.'),
  also: z.array(z.string()).default([]),
  status: z.int().optional(),
  provider: z.string().optional(),
  requestIds: z.array(z.string()).optional(),
  accountIds: z.array(z.string()).optional(),
  escalation: z.enum(['not-needed', 'offered', 'advised']).optional(),
});

const names = readdirSync(folder);

test('there are cases', () => {
  expect(names.length).toBeGreaterThan(0);
});

test.each(names)('%s', async (name) => {
  const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
  const expected = expectation.parse(parse(read('expected.yml')));
  const logs = existsSync(join(folder, name, 'logs.json'))
    ? (await arrange({ logs: JSON.parse(read('logs.json')) })).platform
    : withoutLogs('no-key');
  const report = await enrichReport(answer(read('paste.txt'), { knowledge }), { knowledge, logs });
  const given = report.diagnoses.filter(({ confidence }) => confidence >= 0.5).map(({ id }) => id);
  expect(given[0] ?? 'none').toBe(expected.first);
  expect(given.slice(0, 3)).toEqual(expect.arrayContaining([...expected.also]));
  if (expected.status !== undefined) expect(report.evidence.statuses[0]).toBe(expected.status);
  if (expected.provider !== undefined)
    expect(report.evidence.providers).toContain(expected.provider);
  if (expected.requestIds !== undefined)
    expect(report.evidence.requestIds).toEqual(expected.requestIds);
  if (expected.accountIds !== undefined)
    expect(report.evidence.accountIds).toEqual(expected.accountIds);
  if (expected.escalation !== undefined) expect(report.escalation).toBe(expected.escalation);
});
