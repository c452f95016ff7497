import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../../../src/answer.ts';
import type { Report } from '../../../src/report/report.ts';
import { homeSchema, viewSchema } from '../../../src/slack/block-kit/index.ts';
import { answerView } from '../../../src/slack/views/answer.ts';
import { correctView } from '../../../src/slack/views/correct.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import { missedView } from '../../../src/slack/views/missed.ts';
import { questionView } from '../../../src/slack/views/question.ts';
import { sayingView } from '../../../src/slack/views/saying.ts';
import { whyView } from '../../../src/slack/views/why.ts';
import { knowledge } from '../../helpers/knowledge.ts';

/** Slack refuses none of our views, whatever is in a report. */

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
      ])
        expect(viewSchema.safeParse(view).error?.issues).toBeUndefined();
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
      fc.array(anyText, { maxLength: 5 }),
      fc.boolean(),
      fc.option(anyText, { nil: undefined }),
      (titles, readsLogs, email) => {
        const view = homeView({
          recent: titles.map((title) => ({ title, value: VALUE, createdAt: 1_700_000_000_000 })),
          readsLogs,
          supportChannel: undefined,
          supportEmail: email?.slice(0, 200),
          lacking: ['files:read', 'users:read'],
        });
        expect(homeSchema.safeParse(view).error?.issues).toBeUndefined();
        expect(JSON.stringify(view)).not.toMatch(/<!channel>|<https/);
      },
    ),
    { numRuns: 100 },
  );
});
