import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLooseValues } from '../../src/evidence/loose-value.ts';

const first = (text: string): unknown =>
  JSON.parse(JSON.stringify(findLooseValues(text)[0]?.value ?? null));

test.each([
  [
    'JSON',
    '{"statusCode":502,"ok":false,"next":null,"list":[1,2]}',
    { statusCode: 502, ok: false, next: null, list: [1, 2] },
  ],
  ['a list whose text has a quotation mark in it', '{"a":["\\": "]}', { a: ['": '] }],
  [
    'an id of twenty digits, whole',
    '{"account":45355976281015164504}',
    { account: '45355976281015164504' },
  ],
  [
    'what stands inside a log line',
    'ERROR StackOne said {"statusCode": 412} at 05:00',
    { statusCode: 412 },
  ],
  [
    "util.inspect's unquoted keys and single quotes",
    "{ statusCode: 400, message: 'Bad Request', data: undefined }",
    { statusCode: 400, message: 'Bad Request', data: null },
  ],
  [
    "util.inspect's marks",
    '{ config: [Object: null prototype] { a: true }, errors: [Array], headers: Object [AxiosHeaders] { x: 1 }, f: [Function: f] }',
    { config: { a: true }, errors: null, headers: { x: 1 }, f: null },
  ],
  ["util.inspect's broken strings", "{ body: '{\"a\":' +\n    '1}' }", { body: '{"a":1}' }],
  [
    "Python's dicts",
    "{'status': 502, 'ok': True, 'next': None, 'body': b'x'}",
    { status: 502, ok: true, next: null, body: 'x' },
  ],
  [
    "Ruby's hashes",
    '{"statusCode"=>502, :message=>"Bad Gateway", "next"=>nil}',
    { statusCode: 502, message: 'Bad Gateway', next: null },
  ],
  [
    "PHP's var_dump",
    'array(2) {\n  ["statusCode"]=>\n  int(502)\n  ["message"]=>\n  string(3) "Bad"\n}',
    { statusCode: 502, message: 'Bad' },
  ],
  [
    "Java's toString",
    'BadRequestResponse[requestMethod=GET, code=400, body={"statusCode":400}]',
    { requestMethod: 'GET', code: 400, body: { statusCode: 400 } },
  ],
  [
    'JSON that stands escaped in a text',
    'body: {\\"statusCode\\":404,\\"list\\":[{\\"status\\":404}]}',
    { statusCode: 404, list: [{ status: 404 }] },
  ],
  [
    'a string that a terminal broke',
    '{"message":"Bad Gate\nway","statusCode":502}',
    { message: 'Bad Gate\nway', statusCode: 502 },
  ],
  [
    'an object that was cut off',
    '{"statusCode":502,"provider_errors":[{"status":503,"url":"https://api.lever.co/v1/us',
    { statusCode: 502, provider_errors: [{ status: 503, url: 'https://api.lever.co/v1/us' }] },
  ],
])('reads %s', (_, text, expected) => {
  expect(first(text)).toEqual(expected);
});

test.each([
  ['{ [5 bytes data]'],
  ['[02:51:31.385] INFO (7): calling'],
  ['if (a) { return; }'],
  ['just words'],
  ['{}'],
  ['[1, 2, 3]'],
  ['{{{{{{'],
])('finds nothing worth keeping in %j', (text) => {
  expect(findLooseValues(text)).toEqual([]);
});

test('says what was cut off', () => {
  expect(findLooseValues('{"a":1}')[0]?.whole).toBe(true);
  expect(findLooseValues('{"a":1,"b":"x')[0]?.whole).toBe(false);
});

test('goes on behind a line that was cut off', () => {
  const text = '{"statusCode":502,"url":"https://api.lev\n{"statusCode":412}';
  expect(
    findLooseValues(text).map(({ value }) => JSON.parse(JSON.stringify(value)).statusCode),
  ).toEqual([502, 412]);
});

test('a key named __proto__ is a key like any other', () => {
  const [found] = findLooseValues('{"__proto__":{"polluted":true},"a":1}');
  expect(Object.keys(found?.value ?? {})).toEqual(['__proto__', 'a']);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('reads every JSON object as JSON.parse does', () => {
  const value = fc.dictionary(
    fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
    fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null), fc.array(fc.string())),
    { minKeys: 1 },
  );
  fc.assert(
    fc.property(value, (object) => {
      expect(first(JSON.stringify(object))).toEqual(JSON.parse(JSON.stringify(object)));
    }),
  );
});

test('never throws, whatever the text', () => {
  const noise = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '\\',
      ':',
      ',',
      '=>',
      '\n',
      'a',
      '1',
      '(',
      ')',
      '`',
      '+',
      '\\"',
      ' ',
      '\ud800',
    ),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(noise, (parts) => {
      const text = parts.join('');
      for (const { start, end } of findLooseValues(text)) expect(end).toBeGreaterThan(start);
    }),
  );
});
