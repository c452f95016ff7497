import { labelOf, own } from '../knowledge/label-of.ts';
import type { Rich, Section } from './card.ts';
import { code, emphasis, join, plural, text, time } from './inline.ts';
import { rowOf } from './recent.ts';
import type { LinkedAccount, Reach, Report } from './report.ts';

/** What StackOne says of the linked account, and how far the failure reaches. */

/** One line for each account that was asked about; without an answer, the account of the log alone. */
export function accountItems({ evidence, log }: Report): readonly Rich[] {
  if (evidence.accounts.length > 0) return evidence.accounts.map(accountLine);
  return log?.accountId == null ? [] : [[text('Linked account '), code(log.accountId)]];
}

function accountLine({ id, status, since, reasons }: LinkedAccount): Rich {
  const [reason] = reasons;
  const why = reason?.text ?? reason?.code ?? null;
  const meaning = why === null ? own(IN_SHORT, status) : undefined;
  return [
    text('Account '),
    code(id),
    text(': '),
    emphasis(status),
    ...(since === null ? [] : [text(' since '), time(since)]),
    ...(why === null ? [] : [text(' · '), code(why)]),
    ...(meaning === undefined ? [] : [text(` · ${meaning}`)]),
  ];
}

/** Where StackOne gives no reason of its own. Source: as for `MEANING`. */
const IN_SHORT: Readonly<Record<string, string>> = {
  active: 'StackOne counts its sign-in as good',
  error: 'as a rule its sign-in has run out or was revoked',
  suspended: 'somebody paused it',
  inactive: 'its integration is disabled',
  expired: 'its sign-in has run out',
};

/** One sentence with its numbers, and the same as a picture with its numbers in words. */
export function reachItems({ reach, labels, log, diagnoses }: Report): readonly Rich[] {
  if (reach === null) return [];
  const vendor = log?.provider == null ? 'its provider' : labelOf(labels, log.provider);
  const parts: readonly (Rich | undefined)[] = [
    [
      text(
        `${reach.failed} of the last ${plural(reach.total, 'call')} ${WITHIN[reach.scope](vendor)} failed`,
      ),
    ],
    reach.since === null ? undefined : [text('since '), time(reach.since)],
    othersOf(reach, vendor),
    reach.lastSuccess === null
      ? undefined
      : [text('last success of this call '), time(reach.lastSuccess.at)],
  ];
  return [
    join(
      parts.filter((part) => part !== undefined),
      ' · ',
    ),
    ...sparkline(reach),
    ...(isWide(reach) && diagnoses[0]?.actor === 'customer-admin'
      ? [
          [
            text(
              `All accounts fail at once, so look first at what they share: ${vendor} itself, or the integration under `,
            ),
            emphasis('Auth Configs'),
            text('.'),
          ],
        ]
      : []),
  ];
}

function isWide({ scope }: Reach): boolean {
  return scope === 'provider' || scope === 'everything';
}

const WITHIN: Readonly<Record<Reach['scope'], (vendor: string) => string>> = {
  operation: () => 'of this kind by this account',
  account: () => 'of this account',
  provider: (vendor) => `to ${vendor}, over all accounts,`,
  everything: () => 'of this project, over all providers,',
};

function othersOf(
  { scope, otherAccounts, otherAccountsFailing }: Reach,
  vendor: string,
): Rich | undefined {
  if (otherAccounts === 0 || scope === 'everything') return undefined;
  const others = plural(otherAccounts, `other ${vendor} account`);
  if (otherAccountsFailing === 0)
    return [text(`${others} ${otherAccounts === 1 ? 'is' : 'are'} fine`)];
  return [
    text(
      `${otherAccountsFailing} of ${others} also ${otherAccountsFailing === 1 ? 'fails' : 'fail'}`,
    ),
  ];
}

const BARS = '▁▂▃▄▅▆▇█';

/** Failures per interval, oldest first. A picture alone would say nothing to a screen reader. */
function sparkline({ intervals, intervalMinutes }: Reach): readonly Rich[] {
  if (intervals.length < 3) return [];
  const most = Math.max(1, ...intervals.map(({ failed }) => failed));
  const bars = intervals.map(({ failed, ok }) =>
    failed + ok === 0 ? '·' : (BARS[Math.round((failed / most) * (BARS.length - 1))] ?? ''),
  );
  const counts = (of: 'failed' | 'ok'): string =>
    intervals.map((interval) => interval[of]).join(', ');
  const length =
    intervalMinutes % 60 === 0
      ? plural(intervalMinutes / 60, 'hour')
      : plural(intervalMinutes, 'minute');
  return [
    [
      code(bars.join('')),
      text(` per ${length}: ${counts('failed')} failed; ${counts('ok')} succeeded`),
    ],
  ];
}

/** What a status means for the calls of an account. Source: StackOne docs, accounts and auth configurations, seen 2026-11-23. */
const MEANING: Readonly<Record<string, string>> = {
  active: 'Its credentials work, and StackOne serves its calls.',
  error:
    'Its calls fail, as a rule because its sign-in at the provider has run out or was revoked. It has to be re-linked (*Accounts* → ⋯ → *Edit*).',
  suspended:
    'Somebody paused it. Its calls are refused until a project admin lifts the suspension; no new sign-in is needed.',
  inactive:
    'Its integration is disabled in this project. All accounts of that integration are refused until a project admin enables it under *Auth Configs*.',
  expired: 'Its sign-in has run out. It has to be re-linked (*Accounts* → ⋯ → *Edit*).',
  archived: 'It is archived; what that means for its calls is not documented.',
};

/** The answer to an account ID alone. */
export function accountAnswer(
  report: Report,
): { readonly title: string; readonly sections: readonly Section[] } | undefined {
  const [account] = report.evidence.accounts;
  if (account === undefined) return undefined;
  const meaning = own(MEANING, account.status);
  const vendor = account.provider === null ? '' : ` ${labelOf(report.labels, account.provider)}`;
  return {
    title: `That${vendor} account is ${account.status}`,
    sections: [
      {
        kind: 'paragraph',
        name: 'message',
        label: null,
        text: [text((meaning ?? 'I do not know that status.').replaceAll('*', ''))],
      },
      { kind: 'points', name: 'request', label: 'Account', items: [accountLine(account)] },
      ...recentSection(report),
    ],
  };
}

/** The latest failures, by cause. */
export function recentSection({ recent, labels }: Report): readonly Section[] {
  if (recent.length === 0) return [];
  return [
    {
      kind: 'table',
      name: 'calls',
      label: 'Its latest failures',
      head: ['Times', 'Status', 'Provider', 'What happened', 'Newest'],
      rows: recent.map((group) => rowOf(group, labels)),
    },
  ];
}
