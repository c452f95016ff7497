import type { BlockButtonAction } from '@slack/bolt';
import type { Person } from '../../access.ts';

/** A click, as far as it matters: who acts, where, on what. The acting person is checked each time, not the one who asked. */
export interface Click {
  readonly teamId: string;
  readonly person: Person;
  readonly channelId: string | null;
  /** Of the message with the button; `null` for one that a single person sees, which nobody can edit by its `ts`. */
  readonly messageTs: string | null;
  readonly value: string | undefined;
  readonly triggerId: string;
}

export function readClick(body: BlockButtonAction, homeTeamId: string): Click {
  return {
    teamId: homeTeamId,
    // `body.team` may be the workspace of the channel: only `user.team_id` tells whose the person is.
    person: { userId: body.user.id, teamId: body.user.team_id ?? null },
    channelId: body.channel?.id ?? null,
    messageTs: body.message?.ts ?? null,
    value: body.actions[0]?.value,
    triggerId: body.trigger_id,
  };
}

export const GONE =
  'I no longer have that answer; reports are kept for a limited time. Ask again with `/stackone-error` and I will look afresh.';
export const OUTSIDER =
  'These buttons are for members of the workspace that runs me. Ask your contact there.';
export const UNSEEN =
  'I cannot see who reads along here, so I leave the request log out. Ask me privately with `/stackone-error` and the request ID.';
