import type { FailureGroup } from '../diagnosis/group-failures.ts';
import { failureWords } from '../evidence/failure-words.ts';
import type { LookupFailure } from '../evidence/request-log.ts';
import { labelOf } from '../knowledge/label-of.ts';
import type { Card, Rich, Section } from './card.ts';
import { code, plural, text, time } from './inline.ts';

/** The latest failures, grouped by cause. */
export type Recent =
  | {
      readonly kind: 'found';
      readonly groups: readonly FailureGroup[];
      /** Requests that were looked at, failed or not. */
      readonly read: number;
      readonly failed: number;
      /** There are older ones that were not read. */
      readonly isCut: boolean;
      /** ISO 8601, UTC. */
      readonly readBackTo: string | null;
      /** Vendors' names as people read them, by what `groups` have as provider. */
      readonly labels: Readonly<Record<string, string>>;
    }
  /** The words after `recent` name nothing that can be filtered by. */
  | { readonly kind: 'unknown-filter'; readonly word: string }
  | LookupFailure;

/** `recent` as a card; a surface may add a button to each row of `groups`, in the same order. */
export function composeRecent(recent: Recent): Card {
  switch (recent.kind) {
    case 'found':
      return found(recent);
    case 'unknown-filter':
      return saying('I do not know that provider, account or status', [
        text('After '),
        code('recent'),
        text(' I take a provider ('),
        code('recent lever'),
        text('), an account ID, or a status ('),
        code('recent 502'),
        text('). I read “'),
        text(recent.word),
        text('”.'),
      ]);
    default:
      return saying('I could not read the latest requests', [
        text(`${sentence(failureWords(recent, 'logs'))}.`),
      ]);
  }
}

function found(recent: Extract<Recent, { readonly kind: 'found' }>): Card {
  const { groups, failed, labels } = recent;
  const extent = extentOf(recent);
  if (failed === 0) return saying('No recent failures', extent);
  return {
    ...saying(`${plural(failed, 'recent failure')}`, extent),
    sections: [
      messageOf(extent),
      {
        kind: 'table',
        name: 'calls',
        label: null,
        head: ['Times', 'Status', 'Provider', 'What happened', 'Newest'],
        rows: groups.map((group) => rowOf(group, labels)),
      },
    ],
  };
}

/** How much was looked at, of what was asked for. */
function extentOf({ read, isCut, readBackTo }: Extract<Recent, { readonly kind: 'found' }>): Rich {
  if (!isCut) return [text(`I read ${plural(read, 'request')}, all that there are.`)];
  return [
    text(`I read the latest ${plural(read, 'request')}`),
    ...(readBackTo === null ? [] : [text(', back to '), time(readBackTo)]),
    text('.'),
  ];
}

/** One cause, for a table. */
export function rowOf(
  { count, status, provider, title, newest }: FailureGroup,
  labels: Readonly<Record<string, string>>,
): readonly Rich[] {
  return [
    [text(String(count))],
    [text(String(status))],
    [text(provider === null ? '–' : labelOf(labels, provider))],
    [text(title)],
    [code(newest.requestId), text(' '), time(newest.at)],
  ];
}

function saying(title: string, words: Rich): Card {
  return { title, sections: [messageOf(words)], privateNotice: null, source: null };
}

function messageOf(words: Rich): Section {
  return { kind: 'paragraph', name: 'message', label: null, text: words };
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
