import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card, Inline, Section, SectionName } from '../../../src/report/card.ts';
import { composeCard } from '../../../src/report/compose-card.ts';
import { countBlocksText, messageSchema } from '../../../src/slack/block-kit/index.ts';
import { type CardContext, MAX_BLOCK_CHARS, renderCard } from '../../../src/slack/views/card.ts';
import { leverReport, withLog } from '../../helpers/report-fixtures.ts';

const context: CardContext = {
  buttonValue: 'v1:abcdefghijklmnopqrstuvwx',
  buttons: ['share', 'escalate', 'why'],
};

test('draws the card in its order, with the log and the reader’s own time', () => {
  const card = composeCard(withLog(leverReport()), { audience: 'shared' });
  expect(renderCard(card, context)).toMatchSnapshot();
});

test('the top-level text carries the whole answer', () => {
  const { text } = renderCard(composeCard(leverReport(), { audience: 'shared' }), context);
  for (const part of [
    "Lever rejects this account's",
    'no longer accepted',
    '1. ',
    '2. ',
    'returns',
  ])
    expect(text).toContain(part);
});

test('draws no button without a report to go with it', () => {
  const card = composeCard(leverReport(), { audience: 'shared' });
  const { blocks } = renderCard(card, { buttonValue: null, buttons: ['why'] });
  expect(blocks.some(({ type }) => type === 'actions')).toBe(false);
});

test('a table of the team with a forged link and a ping stays text', () => {
  const hostile = '<!channel> <@U0ADA> <https://evil.example|StackOne> ```';
  const card = paragraphs([['cause', hostile]], hostile);
  const { text, blocks } = renderCard(card, context);
  expect(text).not.toMatch(/<[!@#h]/);
  expect(mrkdwnOf(blocks).join('\n')).not.toContain('evil.example');
  expect(JSON.stringify(blocks)).not.toMatch(/"type":"(?:broadcast|user|usergroup|link)"/);
});

test('gives up what is least missed first, and never title, move, cause and fix', () => {
  const long = 'word '.repeat(280);
  const card: Card = {
    ...paragraphs(
      [
        ['subtitle', 'Lever 401'],
        ['move', 'Your move'],
        ['cause', `CAUSE ${long}`],
        ['check', `CHECK ${long}`],
        ['note', `NOTE ${long}`],
      ],
      'TITLE',
    ),
  };
  const full: Card = {
    ...card,
    sections: [
      ...card.sections,
      points(
        'fix',
        Array.from({ length: 8 }, () => `FIX ${long}`),
      ),
      points('tips', [`TIPS ${long}`]),
      points('also', [`ALSO ${long}`]),
    ],
  };
  const drawn = JSON.stringify(renderCard(full, context).blocks);
  for (const kept of ['TITLE', 'Your move', 'CAUSE', 'FIX']) expect(drawn).toContain(kept);
  for (const gone of ['ALSO', 'TIPS']) expect(drawn).not.toContain(gone);
});

test('a card of nothing but links and times, in long tables, is cut to a few plain words', () => {
  const link: Inline = { kind: 'link', text: '<!channel>', url: 'https://docs.example.com/a' };
  const time: Inline = { kind: 'time', at: '2026-11-23T05:00:00Z' };
  const names: readonly SectionName[] = ['subtitle', 'move', 'message', 'cause', 'fix'];
  const message = renderCard(
    {
      title: 'TITLE',
      sections: names.map((section) => ({
        kind: 'table',
        name: section,
        label: section,
        head: [],
        rows: Array.from({ length: 30 }, () => Array.from({ length: 8 }, () => [link, time, link])),
      })),
      privateNotice: Array.from({ length: 40 }, () => link),
      source: null,
    },
    context,
  );
  expect(JSON.stringify(message.blocks).length).toBeLessThanOrEqual(MAX_BLOCK_CHARS);
  expect(messageSchema.safeParse(message).error?.issues).toBeUndefined();
  expect(JSON.stringify(message.blocks)).toContain('2026-11-23 05:00:00 UTC');
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('<!channel>', '<@U0ADA>', '<https://evil.example|x>', '```', '&lt;', '@here', ''),
  fc.nat({ max: 12_000 }).map((length) => 'wörd\n'.repeat(length / 5)),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('text', 'code', 'strong', 'emphasis'),
    text: anyText,
  }) as fc.Arbitrary<Inline>,
  fc.record({
    kind: fc.constant('time' as const),
    at: fc.constantFrom('2026-11-23T05:00:00Z', 'never', ''),
  }),
  fc.record({
    kind: fc.constant('link' as const),
    text: anyText,
    url: fc.constantFrom('https://docs.example.com/a', 'javascript:alert(1)', ''),
  }),
);
const rich = fc.array(inline, { maxLength: 8 });
const name = fc.constantFrom<SectionName>(
  'subtitle',
  'move',
  'message',
  'calls',
  'cause',
  'possible',
  'fix',
  'check',
  'note',
  'tips',
  'request',
  'gaps',
  'also',
  'removed',
);
const label = fc.option(anyText);
const section: fc.Arbitrary<Section> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), name, label, text: rich }),
  fc.record({
    kind: fc.constantFrom('steps' as const, 'points' as const),
    name,
    label,
    items: fc.array(rich, { maxLength: 30 }),
  }) as fc.Arbitrary<Section>,
  fc.record({
    kind: fc.constant('table' as const),
    name,
    label,
    head: fc.array(fc.string(), { maxLength: 4 }),
    rows: fc.array(fc.array(rich, { maxLength: 4 }), { maxLength: 30 }),
  }),
);
const anyCard: fc.Arbitrary<Card> = fc.record({
  title: anyText,
  sections: fc.array(section, { maxLength: 30 }),
  privateNotice: fc.option(rich),
  source: fc.option(rich),
});

test('Slack never refuses a card, whatever is in it', () => {
  fc.assert(
    fc.property(anyCard, fc.boolean(), fc.array(anyText), (card, isPending, notes) => {
      const message = renderCard(card, { ...context, isPending, notes });
      expect(messageSchema.safeParse(message).error?.issues).toBeUndefined();
      expect(JSON.stringify(message.blocks).length).toBeLessThanOrEqual(MAX_BLOCK_CHARS);
      expect(countBlocksText(message.blocks)).toBeLessThan(11_000);
      expect(message.text.length).toBeLessThanOrEqual(4_000);
      expect(message.text).not.toMatch(/<[!@#h]/);
      for (const part of mrkdwnOf(message.blocks))
        expect(part).not.toMatch(/<[!@#]|<https:\/\/evil/);
      expect(message.blocks[0]?.type).toBe('rich_text');
    }),
    { numRuns: 150, endOnFailure: true },
  );
});

function paragraphs(parts: readonly (readonly [SectionName, string])[], title: string): Card {
  return {
    title,
    sections: parts.map(([section, text]) => ({
      kind: 'paragraph',
      name: section,
      label: null,
      text: [{ kind: 'text', text }],
    })),
    privateNotice: null,
    source: null,
  };
}

function points(section: SectionName, items: readonly string[]): Section {
  return {
    kind: 'points',
    name: section,
    label: null,
    items: items.map((text) => [{ kind: 'text', text }]),
  };
}

/** Every text that Slack reads as mrkdwn. */
function mrkdwnOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(mrkdwnOf);
}
