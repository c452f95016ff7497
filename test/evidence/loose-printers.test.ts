import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLooseValues, spanOf } from '../../src/evidence/loose-value.ts';

/** The phrase book of print-outs: one object, as each language prints it. */

const first = (text: string): unknown =>
  JSON.parse(JSON.stringify(findLooseValues(text)[0]?.value ?? null));

const NESTED = {
  statusCode: 502,
  message: 'Bad Gateway',
  list: [{ status: 401, raw: { code: 'x y' } }],
};

test.each([
  [
    "PHP's print_r",
    'Array\n(\n    [statusCode] => 502\n    [message] => Bad Gateway\n    [list] => Array\n        (\n            [0] => stdClass Object\n                (\n                    [status] => 401\n                    [raw] => Array\n                        (\n                            [code] => x y\n                        )\n\n                )\n\n        )\n\n)\n',
    NESTED,
  ],
  [
    "PHP's var_export",
    "array (\n  'statusCode' => 502,\n  'message' => 'Bad Gateway',\n  'list' => \n  array (\n    0 => \n    array (\n      'status' => 401,\n      'raw' => \n      array (\n        'code' => 'x y',\n      ),\n    ),\n  ),\n)",
    NESTED,
  ],
  [
    "PHP's var_dump of objects",
    'object(stdClass)#34 (3) {\n  ["statusCode"]=>\n  int(502)\n  ["message"]=>\n  string(11) "Bad Gateway"\n  ["list"]=>\n  array(1) {\n    [0]=>\n    object(stdClass)#30 (2) {\n      ["status"]=>\n      int(401)\n      ["raw"]=>\n      array(1) {\n        ["code"]=>\n        string(3) "x y"\n      }\n    }\n  }\n}',
    NESTED,
  ],
  [
    "Go's %v of maps",
    'map[list:[map[raw:map[code:x y] status:401]] message:Bad Gateway statusCode:502]',
    { list: [{ raw: { code: 'x y' }, status: 401 }], message: 'Bad Gateway', statusCode: 502 },
  ],
  [
    "Go's %+v of structs",
    'got {statusCode:502 message:Bad Gateway list:[{status:401 raw:map[code:x y]}]}',
    NESTED,
  ],
  [
    "Go's %#v",
    '&main.E{statusCode:502, message:"Bad Gateway", list:[]main.P{main.P{status:401, raw:map[string]interface {}{"code":"x y"}}}}',
    NESTED,
  ],
  [
    'a Go text that begins with a bracket',
    'map[value:[COE0020]User has no right]',
    { value: '[COE0020]User has no right' },
  ],
  [
    "Ruby's structs",
    '#<struct Failure statusCode=502, message="Bad Gateway", list=[#<OpenStruct status=401, raw={:code=>"x y"}>]>',
    NESTED,
  ],
  [
    "Ruby's instances",
    '#<A::B:0x00f1 @status=502 @url=#<URI::HTTP https://a.b/c> @m=nil>',
    { status: 502, url: 'https://a.b/c', m: null },
  ],
  ["Ruby's quoted symbols", '{:"x-request-id"=>"7", :a=>1}', { 'x-request-id': '7', a: 1 }],
  [
    "Java's records",
    'E[statusCode=502, message=Bad Gateway, list=[P[status=401, raw={code=x y}]]]',
    NESTED,
  ],
  [
    "Kotlin's and Python's data classes",
    'E(statusCode=502, message=Bad Gateway, list=[P(status=401, raw=B(code=x y))])',
    NESTED,
  ],
  [
    "C#'s records",
    'E { statusCode = 502, message = Bad Gateway, list = [P { status = 401, raw = B { code = x y } }] }',
    NESTED,
  ],
  [
    "Rust's Debug",
    'E { statusCode: 502, message: Some("Bad Gateway"), list: [P { status: 401, raw: B { code: "x y" } }] }',
    NESTED,
  ],
  [
    "Perl's Data::Dumper",
    "$VAR1 = {\n  'ok' => bless( do{\\(my $o = 0)}, 'JSON::PP::Boolean' ),\n  'x' => undef,\n  'o' => bless( {'a' => 1}, 'My::Class' )\n};",
    { ok: false, x: 'undef', o: { a: 1 } },
  ],
  [
    "Python's joined strings",
    "{'raw': 'first '\n        'second', 'n': 1}",
    { raw: 'first second', n: 1 },
  ],
  ["Swift's dictionaries", '["a": 1, "b": [["c": 2]]]', { a: 1, b: [{ c: 2 }] }],
  [
    "Elixir's maps",
    '%{"a" => 1, "b" => [%{"c" => 2}], "s" => %A.B{d: 3}}',
    { a: 1, b: [{ c: 2 }], s: { d: 3 } },
  ],
  ['a comma that was lost', '{"a": "x"\n "b": 1}', { a: 'x', b: 1 }],
])('%s', (_, text, expected) => {
  expect(first(text)).toEqual(expected);
});

test.each([
  ['a sentence in brackets', 'see (a=b is wrong) and [this]'],
  ['an array in code', 'const a = items[0] + map[1]'],
  ['a comparison', 'if (status==502) return'],
  ['a Ruby object without fields', '#<Object:0x00f1>'],
])('nothing to keep: %s', (_, text) => {
  const found = findLooseValues(text).map(({ value }) => JSON.stringify(value));
  expect(found.filter((value) => value.includes('502'))).toEqual([]);
});

test('what was broken at a fixed width is joined, and keeps its place', () => {
  const json =
    '{"statusCode":502,"message":"Bad Gateway","provider_errors":[{"status":401,"url":"https://api.lever.co/v1/x"}]}';
  const folded = `said:\n${(json.match(/.{1,30}/g) ?? []).join('\n')}\nand more`;
  const found = findLooseValues(folded)[0];
  expect(JSON.stringify(found?.value)).toBe(json);
  expect([found?.start, found?.end]).toEqual([6, folded.indexOf('\nand more')]);
  expect(spanOf(found?.value as never)).toEqual([found?.start, found?.end]);
});

test('lines of one length that are no broken text stay lines', () => {
  expect(
    findLooseValues('[1] status=200 abcdef\n{"statusCode": 50212}\n{"statusCode": 40312}').length,
  ).toBe(2);
});

test('never throws, whatever stands there', () => {
  const piece = fc.constantFrom(
    '{',
    '[',
    '(',
    '#<A a=',
    'map[a:',
    "array ( 'a' => ",
    'A(b=',
    ' [a] => ',
    '}',
    ']',
    ')',
    '>',
    '"',
    "'",
    '\n',
    '502',
    ' a:',
    '[]m.A{',
    'bless( ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      for (const { start, end } of findLooseValues(text))
        expect(start < end && end <= text.length).toBe(true);
    }),
  );
});
