import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessage } from '../../../src/slack/reading/read-message.ts';

const mrkdwn = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

/** A phrase book: what people and apps send, and what is read of it. */
test.each<[string, unknown, string]>([
  ['what a person typed', { text: 'a &lt; b', blocks: [{ type: 'rich_text' }] }, 'a < b'],
  ['our own mention alone', { text: '<@U0BOT>', blocks: [{ type: 'rich_text' }] }, ''],
  ['blocks without text', { blocks: [mrkdwn('lever *429*')] }, 'lever *429*'],
  ['blocks that say more', { text: 'lever', blocks: [mrkdwn('lever 429')] }, 'lever 429'],
  ['text that says more', { text: 'lever 429 now', blocks: [mrkdwn('lever')] }, 'lever 429 now'],
  ['both', { text: 'Alert', blocks: [mrkdwn('429')] }, 'Alert\n\n429'],
  [
    'fields, context and a header',
    {
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Failed' } },
        {
          type: 'section',
          fields: [
            { type: 'mrkdwn', text: 'status' },
            { type: 'plain_text', text: '502' },
          ],
        },
        { type: 'context', elements: [{ type: 'mrkdwn', text: '&amp;' }, { type: 'image' }] },
        {
          type: 'actions',
          elements: [{ type: 'button', text: { type: 'plain_text', text: 'Mute' } }],
        },
      ],
    },
    'Failed\nstatus\n502\n&',
  ],
  [
    'rich text of a workflow, with its code as it is',
    {
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_list',
              elements: [
                {
                  type: 'rich_text_section',
                  elements: [
                    { type: 'text', text: 'a' },
                    { type: 'link', url: 'https://x.example', text: 'b' },
                  ],
                },
                { type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] },
              ],
            },
            { type: 'rich_text_preformatted', elements: [{ type: 'text', text: '{"a":"&lt;"}' }] },
          ],
        },
      ],
    },
    'ab (https://x.example)\n@U1\n{"a":"&lt;"}',
  ],
  [
    'a table',
    {
      blocks: [
        {
          type: 'table',
          rows: [
            [
              { type: 'raw_text', text: 'a' },
              { type: 'raw_text', text: 'b' },
            ],
          ],
        },
      ],
    },
    'a | b',
  ],
  [
    'an alert in attachments',
    {
      attachments: [
        {
          pretext: 'p',
          title: 't',
          text: '&lt;x&gt;',
          fields: [{ title: 'Status', value: '502' }],
          fallback: 'f',
        },
        { fallback: 'only this' },
      ],
    },
    'p\nt\n<x>\nStatus: 502\n\nonly this',
  ],
  [
    'no preview of a web page',
    { text: 'hi', attachments: [{ from_url: 'https://x.example', text: '429' }] },
    'hi',
  ],
  [
    'a message that Slack shows below a link',
    { text: 'see', attachments: [{ from_url: 'x', is_msg_unfurl: true, text: '429' }] },
    'see\n\n429',
  ],
  ['nothing', null, ''],
])('%s', (_what, message, text) => {
  expect(readMessage(message, { botUserId: 'U0BOT' }).text).toBe(text);
});

test('links to messages are taken out of the text, and not twice', () => {
  const url = 'https://acme.slack.com/archives/C0GENERAL/p1700000000000100';
  const reply = `${url.slice(0, -1)}1?thread_ts=1700000000.000100&amp;cid=C0GENERAL`;
  const read = readMessage({ text: `see <${url}> and <${reply}> and <${url}>` });
  expect(read.links).toEqual([
    { channelId: 'C0GENERAL', ts: '1700000000.000100', threadTs: null },
    { channelId: 'C0GENERAL', ts: '1700000000.000101', threadTs: '1700000000.000100' },
  ]);
  expect(read.text).toBe('see  and  and');
  const shown = { attachments: [{ is_msg_unfurl: true, from_url: url, text: 'x' }] };
  expect(readMessage({ text: url, ...shown }).links).toEqual([]);
});

test('names of files are one short line', () => {
  const files = [{ id: 'F1', name: `a\n${'b'.repeat(200)}` }, { id: 'F2' }, { name: 'no id' }];
  expect(readMessage({ files }).files).toEqual([
    { id: 'F1', name: expect.stringMatching(/^a b+…$/) },
    { id: 'F2', name: 'a file' },
  ]);
});

test('reads whatever Slack may send, and never throws', () => {
  const anything = fc.anything({ withNullPrototype: true, maxDepth: 6 });
  const block = fc.record(
    {
      type: fc.constantFrom('section', 'rich_text', 'table', 'context', 'header', 'image', 'x'),
      text: anything,
      fields: anything,
      elements: anything,
      rows: anything,
    },
    { requiredKeys: ['type'] },
  );
  fc.assert(
    fc.property(
      fc.record({
        text: anything,
        blocks: fc.array(block),
        attachments: anything,
        files: anything,
      }),
      (message) => {
        expect(typeof readMessage(message).text).toBe('string');
      },
    ),
  );
});
