import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../../../src/answer.ts';
import { composeEscalation } from '../../../src/escalation/compose-escalation.ts';
import { type EscalationPacket, PACKET_LIMITS } from '../../../src/escalation/packet.ts';
import type { Rich } from '../../../src/report/card.ts';
import type { Recent } from '../../../src/report/recent.ts';
import type { FailureGroup, Report } from '../../../src/report/report.ts';
import { homeSchema, messageSchema, viewSchema } from '../../../src/slack/block-kit/index.ts';
import { optionalScopes } from '../../../src/slack/scopes.ts';
import { answerView } from '../../../src/slack/views/answer.ts';
import { correctView } from '../../../src/slack/views/correct.ts';
import { escalationMessage, escalationView } from '../../../src/slack/views/escalation.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import { missedView } from '../../../src/slack/views/missed.ts';
import { questionView } from '../../../src/slack/views/question.ts';
import { recentMessage } from '../../../src/slack/views/recent.ts';
import { askedByMessage, sentenceMessage, watchChoices } from '../../../src/slack/views/recheck.ts';
import { sayingView } from '../../../src/slack/views/saying.ts';
import { settingsView } from '../../../src/slack/views/settings.ts';
import { whyView } from '../../../src/slack/views/why.ts';
import { knowledge } from '../../helpers/knowledge.ts';

/** Slack refuses none of our views, whatever is in a report. */

const mrkdwnOf = (blocks: unknown): string =>
  (JSON.stringify(blocks).match(/"type":"mrkdwn","text":"(?:[^"\\]|\\.)*"/g) ?? []).join('\n');

const VALUE = `v2:${'a'.repeat(32)}`;
const base = answer('lever 401, then workday 429 and 500', { knowledge });

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('<!channel>', '<https://evil.example|x>', '```', '', '\u202e', ' '),
  fc.nat({ max: 9_000 }).map((length) => 'wörd&\n'.repeat(length / 6)),
);

const anyReport: fc.Arbitrary<Report> = fc
  .record({
    texts: fc.array(anyText, { minLength: 1, maxLength: 8 }),
    count: fc.nat({ max: 30 }),
    status: fc.option(fc.nat({ max: 999 })),
  })
  .map(({ texts, count, status }) => {
    const text = (at: number) => texts[at % texts.length] ?? '';
    const [first] = base.diagnoses;
    if (first === undefined) throw new Error('The question should have an answer.');
    return {
      ...base,
      evidence: {
        ...base.evidence,
        providers: [text(0)],
        signals: Array.from({ length: count }, (_, at) => ({
          kind: 'message' as const,
          value: text(at),
          origin: text(at + 1),
          quote: text(at + 2),
        })),
        gaps: [{ wanted: text(1), because: text(2) }],
      },
      diagnoses: Array.from({ length: count }, (_, at) => ({
        ...first,
        id: `x/${at % 12}`,
        title: text(at),
        cause: text(at + 1),
        system: text(at + 2),
        status,
        because: texts,
        fix: texts.map((move) => ({ who: text(at), do: move })),
      })),
    };
  });

test('no modal, whatever the report', () => {
  fc.assert(
    fc.property(anyReport, anyText, (report, said) => {
      for (const view of [
        whyView(report, VALUE),
        missedView(report, VALUE),
        correctView(report, VALUE),
        answerView('Your answer', report),
        sayingView('Your answer', `x${said.slice(0, 2_000)}`),
      ]) {
        expect(viewSchema.safeParse(view).error?.issues).toBeUndefined();
        expect(mrkdwnOf(view.blocks)).not.toMatch(/<[!@#]|<https:\/\/evil/);
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

const anyPacket: fc.Arbitrary<EscalationPacket> = fc.record({
  reference: fc.constant('K7QX-3MTB'),
  title: anyText.map((text) => text.slice(0, PACKET_LIMITS.title)),
  facts: fc.array(
    fc.record({
      label: fc.constantFrom('Request ID', 'Status'),
      value: anyText.map((text) => text.slice(0, PACKET_LIMITS.value)),
    }),
    { maxLength: PACKET_LIMITS.facts },
  ),
  tried: fc.option(anyText.map((text) => text.slice(0, PACKET_LIMITS.words))),
  note: fc.option(anyText.map((text) => text.slice(0, PACKET_LIMITS.words))),
});

test('no escalation, neither its form nor its message', () => {
  fc.assert(
    fc.property(anyPacket, anyReport, fc.boolean(), (given, report, hasChannel) => {
      const whole = composeEscalation(report, { reference: 'K7QX-3MTB', tried: null, note: null });
      for (const packet of [given, whole]) {
        const message = escalationMessage(packet, 'U0ADA');
        expect(messageSchema.safeParse(message).error?.issues).toBeUndefined();
        expect(message.text).not.toMatch(/<[!@#h]/);
        const view = escalationView({
          packet,
          value: VALUE,
          supportChannel: hasChannel ? 'C0SUPPORT' : undefined,
          supportEmail: 'support@example.com',
        });
        expect(viewSchema.safeParse(view).error?.issues).toBeUndefined();
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

test('no form with a channel’s settings, whatever was set', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('thread' as const, 'private' as const),
      fc.option(anyText),
      fc.option(anyText),
      fc.boolean(),
      (answers, label, accountId, takesAccount) => {
        const settings = {
          answers,
          provider: label === null ? null : { key: label, label },
          accountId,
        };
        const view = settingsView({ channelId: 'C0GENERAL', settings, takesAccount });
        expect(viewSchema.safeParse(view).error?.issues).toBeUndefined();
      },
    ),
    { numRuns: 100 },
  );
});

test('no list of the latest failures, however many and whatever is in them', () => {
  const group: fc.Arbitrary<FailureGroup> = fc.record({
    id: fc.option(anyText),
    title: anyText,
    status: fc.nat({ max: 999 }),
    provider: fc.option(anyText),
    count: fc.nat(),
    accounts: fc.nat(),
    newest: fc.record({ requestId: anyText, at: anyText, operation: anyText }),
  });
  fc.assert(
    fc.property(fc.array(group, { maxLength: 40 }), anyText, (groups, word) => {
      const found: Recent = {
        kind: 'found',
        groups,
        read: 500,
        failed: groups.length,
        isCut: true,
        readBackTo: '2026-11-23T05:00:00.000Z',
        labels: {},
      };
      for (const recent of [found, { kind: 'unknown-filter', word } as const]) {
        const message = recentMessage(recent);
        expect(messageSchema.safeParse(message).error?.issues).toBeUndefined();
        expect(`${message.text}${mrkdwnOf(message.blocks)}`).not.toMatch(/<[!@#]|<https:\/\/evil/);
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

test('no sentence, and no choice of how long to watch', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 30 }), (texts) => {
      const rich: Rich = [
        { kind: 'text', text: 'Still failing: ' },
        ...texts.map((text) => ({ kind: 'code', text }) as const),
      ];
      for (const message of [
        sentenceMessage(rich),
        askedByMessage(rich, 'U0ADA'),
        askedByMessage(rich, texts[0] ?? ''),
        watchChoices(`1700000000.000100|${VALUE}`),
      ]) {
        expect(messageSchema.safeParse(message).error?.issues).toBeUndefined();
        expect(message.text.replaceAll('<@U0ADA>', '')).not.toMatch(/<[!@#h]/);
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

test.each([true, false])('no form to ask in, with files: %s', (takesFiles) => {
  expect(viewSchema.safeParse(questionView({ takesFiles })).error?.issues).toBeUndefined();
});

test('no Home, whatever was asked', () => {
  fc.assert(
    fc.property(
      fc.array(anyText, { maxLength: 40 }),
      fc.boolean(),
      fc.option(anyText, { nil: undefined }),
      (titles, readsLogs, email) => {
        const view = homeView({
          recent: titles.map((title) => ({ title, value: VALUE, createdAt: 1_700_000_000_000 })),
          readsLogs,
          supportChannel: undefined,
          supportEmail: email?.slice(0, 200),
          lacking: [...optionalScopes],
        });
        expect(homeSchema.safeParse(view).error?.issues).toBeUndefined();
        expect(JSON.stringify(view)).not.toMatch(/<!channel>|<https/);
      },
    ),
    { numRuns: 100 },
  );
});
