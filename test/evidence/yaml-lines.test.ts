import { expect, test } from 'vitest';
import { readYamlLines } from '../../src/evidence/yaml-lines.ts';

const plain = (text: string): unknown => JSON.parse(JSON.stringify(readYamlLines(text)));

test.each([
  ['keys', 'statusCode: 502\nmessage: Bad Gateway', { statusCode: 502, message: 'Bad Gateway' }],
  [
    'a list at the depth of its key',
    'a:\n- b: 1\n  c: 2\n- b: 3\nd: 4',
    { a: [{ b: 1, c: 2 }, { b: 3 }], d: 4 },
  ],
  ['a list further in', 'a:\n  - x\n  - y: 1', { a: ['x', { y: 1 }] }],
  ['items that hold nothing', '-\n- a', [null, 'a']],
  ['quotes', "a: 'it''s'\nb: \"x\\ny\"\n'c d': 1", { a: "it's", b: 'x\ny', 'c d': 1 }],
  ['a broken text', 'a: first\n  second\nb: 1', { a: 'first second', b: 1 }],
  ['a block of text', 'a: |-\n  x: y\n  z\nb: 1', { a: 'x: y z', b: 1 }],
  ['values in braces', 'a: {}\nb: [{"c": 1}]\nd:', { a: null, b: [{ c: 1 }], d: null }],
  [
    'an id of twenty digits, whole',
    'account: 45355976281015164504',
    { account: '45355976281015164504' },
  ],
])('%s', (_, text, expected) => {
  expect(plain(text)).toEqual(expected);
});

test('deep nesting ends', () => {
  const deep = Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n');
  expect(() => readYamlLines(deep)).not.toThrow();
});
