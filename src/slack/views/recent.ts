import type { KnownBlock } from '@slack/types';
import { plain } from '../../report/inline.ts';
import { composeRecent, type Recent, rowOf } from '../../report/recent.ts';
import { escapeMrkdwn, shorten } from '../literal.ts';
import { RECENT_ACTION } from '../names.ts';
import { type Message, renderCard } from './card.ts';
import { cardText } from './card-text.ts';
import { rowOf as lineOf } from './rich-text.ts';

/** The latest failures: a line for each cause, with a button that looks at the newest of them. Pure. */
export function recentMessage(recent: Recent): Message {
  const card = composeRecent(recent);
  const { blocks } = renderCard(
    { ...card, sections: card.sections.filter(({ kind }) => kind !== 'table') },
    { buttonValue: null, buttons: [] },
  );
  const groups = recent.kind === 'found' ? recent.groups : [];
  const labels = recent.kind === 'found' ? recent.labels : {};
  return {
    text: cardText(card, groups.length === 0 ? [] : ['Each has a button that diagnoses it.']),
    blocks: [
      ...blocks,
      ...groups.slice(0, MAX_GROUPS).map(
        (group): KnownBlock => ({
          type: 'section',
          text: {
            type: 'mrkdwn',
            text: `*${group.count}×* ${escapeMrkdwn(shorten(plain(lineOf(rowOf(group, labels).slice(1))), 400))}`,
            verbatim: true,
          },
          accessory: {
            type: 'button',
            action_id: RECENT_ACTION,
            text: { type: 'plain_text', text: 'Diagnose', emoji: false },
            value: buttonValue(group.newest.requestId),
          },
        }),
      ),
    ],
  };
}

const MAX_GROUPS = 10;

/** What a button carries: a version and a request ID. */
function buttonValue(requestId: string): string {
  return `r1:${requestId.slice(0, 100)}`;
}

/** @returns `undefined` for what is not ours */
export function requestIdOf(value: string | undefined): string | undefined {
  return /^r1:([A-Za-z0-9_-]{8,100})$/.exec(value ?? '')?.[1];
}
