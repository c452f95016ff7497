import { expect, test } from 'vitest';
import { escapeMrkdwn, literal, safeUrl, shorten } from '../../src/slack/literal.ts';

test.each([
  ['<!channel>', '&lt;!channel&gt;'],
  ['<@U0ADA>', '&lt;@U0ADA&gt;'],
  ['<https://evil.example|StackOne>', '&lt;https://evil.example|StackOne&gt;'],
  ['&lt;!here&gt;', '&amp;lt;!here&amp;gt;'],
  ['@here @channel @everyone', '@\u2060here @\u2060channel @\u2060everyone'],
  ['ada@example.com', 'ada@example.com'],
])('escapes %j', (text, escaped) => {
  expect(escapeMrkdwn(text)).toBe(escaped);
});

test.each([
  ['a\u0000b\u001bc', 'abc'],
  ['a\r\nb\tc', 'a\nb\tc'],
  ['\ud83d', '\ufffd'],
  ['👍', '👍'],
  ['abc\u202Ecba', 'abccba'],
])('takes out of %j what cannot be shown', (text, shown) => {
  expect(literal(text)).toBe(shown);
});

test.each([
  ['one two three', 20, 'one two three'],
  ['one two three', 9, 'one two…'],
  ['onetwothree', 6, 'onetw…'],
  ['ab👍👍', 5, 'ab👍…'],
])('shortens %j to %i', (text, max, short) => {
  expect(shorten(text, max)).toBe(short);
  expect(shorten(text, max).length).toBeLessThanOrEqual(max);
});

test.each([
  ['https://docs.example.com/a', 'https://docs.example.com/a'],
  ['https://example.com/a|b>c', 'https://example.com/a%7Cb%3Ec'],
  ['javascript:alert(1)', undefined],
  ['slack://open', undefined],
  ['no url', undefined],
])('judges the link %j', (url, safe) => {
  expect(safeUrl(url)).toBe(safe);
});
