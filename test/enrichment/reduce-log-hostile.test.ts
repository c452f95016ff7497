import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reduceLog } from '../../src/enrichment/reduce-log.ts';

const ID = 'adbf752f-6457-4ddd-89b3-98ae2252b83b';

const FIELDS = [
  'request_id',
  'requestId',
  'action_run_id',
  'account_id',
  'status',
  'status_code',
  'http_method',
  'path',
  'url',
  'duration',
  'provider',
  'event_datetime',
  'success',
  'request',
  'response',
  'step_requests',
  'stepRequests',
  'provider_errors',
  'raw',
  'headers',
  'data',
  'method',
  '__proto__',
  'constructor',
  'toString',
  'length',
];

const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      null,
      502,
      '502',
      ID,
      'get',
      '/unified/x?y=z',
      'https://api.lever.co/v1',
      -1,
      1e300,
      true,
      '',
    ),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...FIELDS), tie('value'), { maxKeys: 8 }),
})).object;

test('reads anything without throwing, into a few kinds of values', () => {
  fc.assert(
    fc.property(anything, (body) => {
      const reduced = reduceLog(JSON.parse(JSON.stringify(body)), ID);
      expect(['log', 'other', 'unreadable']).toContain(reduced.kind);
      if (reduced.kind !== 'log') return;
      expect(reduced.log.requestId).toBe(ID);
      expect(reduced.log.path ?? '/').toMatch(/^\/[^?#]*$/);
      expect(Object.keys(reduced.log).length).toBe(11);
    }),
    { numRuns: 500 },
  );
});

test('reads nested answers of any depth, and huge ones, in a moment', () => {
  const deep = JSON.parse(`${'{"raw":'.repeat(50_000)}1${'}'.repeat(50_000)}`);
  const wide = Object.fromEntries(
    Array.from({ length: 50_000 }, (_, at) => [`k${at}`, 'v'.repeat(20)]),
  );
  const begin = performance.now();
  for (const raw of [
    deep,
    wide,
    'x'.repeat(1_900_000),
    Array.from({ length: 200_000 }, () => 'a'),
  ]) {
    const providerErrors = Array.from({ length: 30 }, () => ({ status: 400, raw }));
    const reduced = reduceLog(
      { data: { request_id: ID, status: 502, response: { provider_errors: providerErrors } } },
      ID,
    );
    expect(reduced.kind).toBe('log');
    expect(JSON.stringify(reduced).length).toBeLessThan(50_000);
  }
  expect(performance.now() - begin).toBeLessThan(8_000);
});
