import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../src/answer.ts';
import type { Report } from '../src/report/report.ts';
import { unmangle } from '../src/slack/unmangle.ts';
import { mangle } from '../src/workspace/stand-in/typed-text.ts';
import { caseNames, readCase } from './helpers/cases.ts';
import { draw } from './helpers/draw.ts';
import { knowledge } from './helpers/knowledge.ts';

/** What holds for every paste, made of real ones, cut and joined, and of what nobody would paste. */

const real = caseNames.map((name) => readCase(name).paste).filter(({ length }) => length < 8_000);
const ask = (text: string): Report => answer(text, { knowledge });
/** What people act on; where it stood in the text is another matter. */
const essence = ({ diagnoses, evidence }: Report) => ({
  diagnoses: diagnoses.map(({ id, confidence }) => [id, confidence]),
  statuses: evidence.statuses,
  providers: evidence.providers,
  requestIds: evidence.requestIds,
  accountIds: evidence.accountIds,
});

const piece = fc.oneof(
  { weight: 3, arbitrary: slice(fc.constantFrom(...real)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 4 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '"statusCode":502,',
      '{"provider_errors":[{"status":',
      'HTTP/2 429\r\n',
      'lever 401',
      '\u001b[31m',
      '\u200b',
      '```',
      '&lt;',
      '\ud800',
      '{{{{[[[[',
      '\\\\"\\"',
      '> ',
      '\u0000',
      'x-request-id: adbf752f-6457-4ddd-89b3-98ae2252b83b',
    ),
  },
);
const paste = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('\n'));

test('every paste is answered, with confidences between 0 and 1, best first in its call', () => {
  fc.assert(
    fc.property(paste, (text) => {
      const report = ask(text);
      expect(draw(report).length).toBeGreaterThan(0);
      for (const { confidence } of report.diagnoses) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
      expect(
        report.diagnoses.filter(({ relation }) => relation === 'decisive').length,
      ).toBeLessThan(report.evidence.calls.length + 2);
      for (const { span } of report.evidence.calls) expect(span[0]).toBeLessThanOrEqual(span[1]);
    }),
    { numRuns: 200, endOnFailure: true },
  );
});

test('the same paste gives the same bytes', () => {
  fc.assert(
    fc.property(paste, (text) => {
      expect(JSON.stringify(ask(text))).toBe(JSON.stringify(ask(text)));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test.each(caseNames)('%s reads the same after Slack has mangled it', (name) => {
  const { paste: text } = readCase(name);
  const typed = unmangle(mangle(text, []));
  expect(essence(ask(typed))).toEqual(essence(ask(text.trim())));
});

const envelope = fc.record({
  statusCode: fc.constantFrom(400, 401, 403, 404, 412, 429, 500, 502),
  message: fc.constantFrom('Bad Gateway', 'Forbidden', 'Validation failed', 'no'),
  timestamp: fc.constant('2026-11-23T05:00:00.000Z'),
  errorCode: fc.option(fc.constantFrom('ValidationError', 'AccountExpiredCredentialsError'), {
    nil: undefined,
  }),
  provider_errors: fc.array(
    fc.record({
      status: fc.constantFrom(400, 401, 403, 404, 429, 500, 503),
      url: fc.constantFrom(
        'https://api.lever.co/v1/opportunities',
        'https://harvest.greenhouse.io/v1/users/250',
        '/api/v1/people',
      ),
      raw: fc.record({ code: fc.constantFrom('Unauthorized', 'X'), message: fc.string() }),
    }),
    { maxLength: 3 },
  ),
});

test('the order of the keys in JSON is of no matter', () => {
  fc.assert(
    fc.property(envelope, fc.infiniteStream(fc.nat()), (value, seeds) => {
      const shuffled = JSON.stringify(shuffle(value, seeds));
      expect(essence(ask(shuffled))).toEqual(essence(ask(JSON.stringify(value))));
    }),
    { numRuns: 200 },
  );
});

function slice(from: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(from, fc.nat({ max: 1_000 }), fc.nat({ max: 1_000 }))
    .map(([text, start, end]) =>
      text.slice(
        Math.floor((text.length * Math.min(start, end)) / 1_000),
        Math.ceil((text.length * Math.max(start, end)) / 1_000),
      ),
    );
}

function shuffle(value: unknown, seeds: Iterator<number>): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffle(item, seeds));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => ({ key, item: shuffle(item, seeds), at: seeds.next().value }))
      .toSorted((one, other) => Number(one.at) - Number(other.at))
      .map(({ key, item }) => [key, item]),
  );
}
