import { expect, test } from 'vitest';
import { unmangle } from '../../src/slack/unmangle.ts';

test.each([
  ['lever 429', 'lever 429'],
  ['<@U0BOT> lever 429', 'lever 429'],
  ['<@U0BOT|errorbot> lever 429', 'lever 429'],
  ['ask <@U0ADA> about 412', 'ask @U0ADA about 412'],
  ['{"a":"&lt;b&gt; &amp;amp; c"}', '{"a":"<b> &amp; c"}'],
  ['&amp;lt;', '&lt;'],
  ['GET <https://api.stackone.com/accounts> 401', 'GET https://api.stackone.com/accounts 401'],
  [
    '<https://api.stackone.com/x?a=1&amp;b=2|https://api.stackone.com/x?a=1&amp;b=2>',
    'https://api.stackone.com/x?a=1&b=2',
  ],
  ['<http://api.stackone.com|api.stackone.com> says 502', 'api.stackone.com says 502'],
  ['see <https://example.com/a|the log>', 'see the log (https://example.com/a)'],
  ['<mailto:ada@example.com|ada@example.com>', 'ada@example.com'],
  ['<tel:+15550100|+1 555 0100>', '+1 555 0100'],
  ['in <#C0GENERAL|general>', 'in #general'],
  ['in <#C0GENERAL>', 'in #C0GENERAL'],
  ['<!channel> it fails', '@channel it fails'],
  ['<!subteam^S012345|@platform> look', '@platform look'],
  ['<!date^1392734382^{date_num}|2014-02-18> 500', '2014-02-18 500'],
  ['x &lt; 5 and y &gt; 3', 'x < 5 and y > 3'],
  ['', ''],
])('undoes %j', (sent, typed) => {
  expect(unmangle(sent, { botUserId: 'U0BOT' })).toBe(typed);
});

test('leaves what is no entity of Slack alone', () => {
  expect(unmangle('a < b > c <> &nbsp;')).toBe('a  b  c <> &nbsp;'.replace('a  b  c', 'a  b  c'));
});
