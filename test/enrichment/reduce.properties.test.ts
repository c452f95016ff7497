import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reduceAccount } from '../../src/enrichment/reduce-account.ts';
import { reduceLog } from '../../src/enrichment/reduce-log.ts';
import { reducePage } from '../../src/enrichment/reduce-rows.ts';
import { reduceStepPage } from '../../src/enrichment/reduce-step-page.ts';
import { reduceSteps } from '../../src/enrichment/reduce-steps.ts';
import { REQUEST_ID } from '../helpers/stackone-setting.ts';
import { actionLog, actionStep, linkedAccount, requestLog } from '../helpers/stackone-stand-in.ts';

/** Whatever StackOne answers, reading it neither throws nor passes on what is of another kind. */

const ACCOUNT = '45355976281015164504';
const real: readonly unknown[] = [
  { data: requestLog({ requestId: REQUEST_ID }) },
  actionLog({ requestId: REQUEST_ID }),
  { data: [requestLog({ requestId: REQUEST_ID })], next: 'cursor-100' },
  { data: [actionStep({ requestId: REQUEST_ID })] },
  linkedAccount({ id: ACCOUNT }),
];

/** A real answer with some of its values replaced. */
const spoiled = fc
  .tuple(fc.constantFrom(...real), fc.array(fc.tuple(fc.nat(60), fc.anything()), { maxLength: 5 }))
  .map(([answer, changes]) => {
    let leaf = 0;
    const replace = (value: unknown): unknown => {
      leaf += 1;
      const change = changes.find(([at]) => at === leaf);
      if (change !== undefined) return change[1];
      if (Array.isArray(value)) return value.map(replace);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
    };
    return replace(answer);
  });

test('logs, rows, steps and accounts', () => {
  fc.assert(
    fc.property(fc.oneof(spoiled, spoiled, fc.anything()), (body) => {
      const log = reduceLog(body, REQUEST_ID);
      if (log.kind === 'log') {
        const { status, path, at, durationMs } = log.log;
        for (const value of [status, durationMs])
          expect(value === null || Number.isInteger(value)).toBe(true);
        expect(path === null || (path.startsWith('/') && !path.includes('?'))).toBe(true);
        expect(at === null || !Number.isNaN(Date.parse(at))).toBe(true);
      }
      for (const row of reducePage(body)?.rows ?? []) expect(row.status).toBeGreaterThan(99);
      for (const step of reduceSteps(body, REQUEST_ID)) expect(step.path).toBeNull();
      expect(reduceStepPage(body, REQUEST_ID)?.steps.length ?? 0).toBeLessThanOrEqual(100);
      const account = reduceAccount(body, ACCOUNT);
      expect(account === undefined || account.id === ACCOUNT).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('a row with steps without end is read as one without any', () => {
  const row = { ...requestLog({ requestId: REQUEST_ID }), step_requests: Array(600_000).fill({}) };
  expect(reducePage({ data: [row, row], next: null })?.rows).toHaveLength(2);
});
