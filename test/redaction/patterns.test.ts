import { beforeAll, expect, test } from 'vitest';
import { boundaryPatterns } from '../../src/redaction/boundary.ts';
import { rules } from '../../src/redaction/rules/index.ts';
import { stackOneKeyPatterns } from '../../src/redaction/stackone-key.ts';
import { visiblePatterns } from '../../src/redaction/visible.ts';

/** Every pattern that runs over a paste is linear: by its form, or because recheck finds no attack on it. */

const patterns = [
  ...rules.flatMap(({ name, patterns }) => patterns.map((pattern) => ({ name, pattern }))),
  ...[...boundaryPatterns, ...stackOneKeyPatterns, ...visiblePatterns].map((pattern) => ({
    name: 'shared',
    pattern,
  })),
];

let checkSync: typeof import('recheck').checkSync;

beforeAll(async () => {
  process.env['RECHECK_BACKEND'] = 'pure';
  ({ checkSync } = await import('recheck'));
});

test('every rule says which patterns it runs', () => {
  expect(rules.filter(({ patterns }) => patterns.length === 0)).toEqual([]);
});

test.each([
  ['a{1,9}b{0,3}', true],
  ['key-[a-f]{32,}', true],
  ['(x(?:a|b)+)', true],
  ['(a+)+$', false],
  ['a*b', false],
])('tells that %s is linear by form: %s', (source, expected) => {
  expect(isLinearByForm(source)).toBe(expected);
});

test('the checker finds an attack where there is one', () => {
  expect(checkSync('^(a+)+$', '').status).toBe('vulnerable');
});

test.each(patterns.filter(({ pattern }) => !isLinearByForm(pattern.source)))(
  '$name: $pattern is linear',
  ({ pattern }) => {
    expect(checkSync(pattern.source, pattern.flags, { timeout: 15_000 }).status).toBe('safe');
  },
);

/**
 * Each start costs a bounded number of steps when nothing repeats without bound; a last part that does cannot fail any
 * more, and what it took is not looked at again.
 */
function isLinearByForm(source: string): boolean {
  const shape = source
    .replace(/\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|p\{\w+\}|.)/g, 'e')
    .replace(/\[\^?[^\]]*\]/g, 'c');
  return !/[*+]|\{\d+,\}/.test(shape.replace(/(?:[*+]|\{\d+,\})\)*$/, ''));
}
