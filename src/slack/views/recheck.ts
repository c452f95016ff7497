import type { KnownBlock } from '@slack/types';
import type { Rich } from '../../report/card.ts';
import { plain } from '../../report/inline.ts';
import { escapeMrkdwn, shortenEscaped } from '../literal.ts';
import { WATCH_MINUTES } from '../names.ts';
import type { Message } from './card.ts';
import { clipRich } from './fit.ts';
import { elementsOf, line, richText } from './rich-text.ts';

/** A sentence or two as a message of its own. */
export function sentenceMessage(rich: Rich): Message {
  // A sentence quotes what others wrote; it is long enough for all of ours.
  const block = richText([line(elementsOf(clipRich(rich, 2_000)))]);
  return {
    text: shortenEscaped(escapeMrkdwn(plain(rich)), 3_900),
    blocks: block === undefined ? [] : [block],
  };
}

/** The same, with who asked for it, who is told by it; outside our own company nobody is named. */
export function askedByMessage(rich: Rich, userId: string | null): Message {
  const message = sentenceMessage(rich);
  if (userId === null || !/^[UW][A-Z0-9]{1,30}$/.test(userId)) return message;
  const asked = `<@${userId}> asked me to watch this.`;
  return {
    text: `${message.text}\n${asked}`,
    blocks: [
      ...message.blocks,
      { type: 'context', elements: [{ type: 'mrkdwn', text: asked, verbatim: true }] },
    ],
  };
}

/** How long to watch, as big buttons: a phone draws them better than a select, and one press is enough. */
export function watchChoices(value: string): Message {
  const text =
    'For how long shall I watch? I look at the request log now and then, and say once what came of it: as soon as the call succeeds, or when the time is over.';
  const blocks: KnownBlock[] = [
    { type: 'section', text: { type: 'plain_text', text, emoji: false } },
    {
      type: 'actions',
      block_id: 'watch_choices',
      elements: Object.entries(WATCH_MINUTES).map(([actionId, minutes]) => ({
        type: 'button',
        action_id: actionId,
        text: { type: 'plain_text', text: span(minutes), emoji: false },
        value,
      })),
    },
  ];
  return { text: `${text} 15 minutes, 1 hour, 4 hours or 24 hours.`, blocks };
}

/** `15 minutes`, `1 hour`. */
export function span(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
}
