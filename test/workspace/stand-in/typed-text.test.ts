import { expect, test } from 'vitest';
import { composerBlocks, mangle } from '../../../src/workspace/stand-in/typed-text.ts';

const people = [{ id: 'U0BOT', name: 'errorbot' }];

test.each([
  ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
  ['@errorbot 412', '<@U0BOT> 412'],
  ['@nobody 412', '@nobody 412'],
  ['see https://api.example.com/a?b=1&c=2.', 'see <https://api.example.com/a?b=1&amp;c=2>.'],
  ['{"url":"https://api.example.com/a"}', '{"url":"<https://api.example.com/a>"}'],
  ['mail ada@example.com', 'mail <mailto:ada@example.com|ada@example.com>'],
  ['on api.example.com now', 'on <http://api.example.com|api.example.com> now'],
  ['lever.updated_after is 1.5', 'lever.updated_after is 1.5'],
])('makes of %j what Slack makes of it', (typed, expected) => {
  expect(mangle(typed, people)).toBe(expected);
});

test('puts the text as typed into blocks, fences apart', () => {
  expect(composerBlocks('@errorbot a & b ```{"a":1}```', people)).toEqual([
    {
      type: 'rich_text',
      block_id: 'typed',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'user', user_id: 'U0BOT' },
            { type: 'text', text: ' a & b ' },
          ],
        },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: '{"a":1}' }] },
      ],
    },
  ]);
});

test('reads long hostile text in a blink', () => {
  const started = performance.now();
  for (const piece of ['a.', 'a@', '@a', 'https://', 'a-', '```'])
    mangle(piece.repeat(20_000), people);
  expect(performance.now() - started).toBeLessThan(1_000);
});
