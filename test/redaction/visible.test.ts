import { expect, test } from 'vitest';
import { redactText } from '../../src/redaction/redact.ts';
import { visible } from '../../src/redaction/visible.ts';

const TOKEN = ['ghp', 'NOTREAL0aB1cD2eF3gH4iJ5kL6mN7oP8qR9s'].join('_');

test.each([
  ['a zero-width space', '\u200b'],
  ['a soft hyphen', '\u00ad'],
  ['a word joiner', '\u2060'],
  ['a direction mark', '\u200e'],
  ['a byte order mark', '\ufeff'],
  ['a colour', '\u001b[01;31m'],
  ['the end of a colour, and an erasure', '\u001b[m\u001b[K'],
  ['a colour whose escape is gone', '[0m'],
  ['a zero-width space, escaped', '\\u200b'],
  ['a zero-width space, escaped twice', '\\\\u200b'],
  ['a colour, escaped', '\\u001b[31m'],
  ['a colour of a shell', '\\033[31m'],
  ['a soft hyphen in HTML', '&shy;'],
  ['a zero-width space in HTML', '&#8203;'],
])('a token broken by %s is whole again before it is looked at', (_, broken) => {
  const text = `use ${TOKEN.slice(0, 20)}${broken}${TOKEN.slice(20)} here`;
  expect(redactText(text)).toBe('use [redacted:github-token] here');
});

test.each([
  'käse “quoted” … €500 日本語',
  'rate(http_requests_total[5m])',
  'C:\\users\\x1\\env',
  '\\u00e4\\u20ac',
  'a & b &amp; c &lt;d&gt;',
])('leaves %j as it is', (text) => {
  expect(visible(text)).toBe(text);
});
