import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLooseValues } from '../../src/evidence/loose-value.ts';

/** The same line where the quick way is barred: something else stands before it. */
const patiently = (line: string) => findLooseValues(` ${line}`)[0];
const quickly = (line: string) => findLooseValues(line)[0];

test('a line of a log is read the same in the quick way and in the patient one', () => {
  const scalar = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.bigInt({ min: 0n, max: 10n ** 22n }),
  );
  const key = fc.oneof(fc.string({ maxLength: 12 }), fc.constant('__proto__'));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, scalar), { minLength: 1, maxLength: 8 }), (fields) => {
      const line = `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${typeof value === 'bigint' ? value : JSON.stringify(value)}`).join(',')}}`;
      const [quick, patient] = [quickly(line), patiently(line)];
      const named = (found: typeof quick) =>
        Object.entries(found?.value ?? {}).filter(([name]) => name !== '' && name !== '_');
      expect(named(quick)).toEqual(named(patient));
      expect(quick?.start).toBe(0);
      expect(quick?.end).toBe((patient?.end ?? 0) - 1);
      expect(quick?.whole).toBe(patient?.whole);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['twenty digits', '{"account":45355976281015164504,"statusCode":412}', '45355976281015164504'],
  ['a key of every object', '{"toString":"403","statusCode":412}', undefined],
])('%s of a line are kept', (_, line, account) => {
  const value = quickly(line)?.value as Record<string, unknown>;
  expect(value['statusCode']).toBe(412);
  expect(value['account']).toBe(account);
  expect('constructor' in value).toBe(false);
});

test('records of one length are lines of their own, not one text that was folded', () => {
  const log = Array.from({ length: 6 }, (_, at) => `{"id":${100 + at},"statusCode":200}`);
  expect(findLooseValues(log.join('\n')).map(({ start }) => start)).toEqual(
    log.map((line, at) => at * (line.length + 1)),
  );
});
