import type { WebClient } from '@slack/web-api';
import type { BotDeps, Work } from '../deps.ts';
import { slackErrorOf } from '../slack-errors.ts';
import { givenFor } from './given-for.ts';

/** A question that was deleted. */
export interface Removal {
  readonly teamId: string;
  readonly channelId: string;
  readonly ts: string;
}

/** Takes the answer away with its question. */
export async function removeAnswer(deps: BotDeps, client: WebClient, job: Work): Promise<void> {
  const removal = JSON.parse(job.body) as Removal;
  const given = await givenFor(deps, removal);
  if (given.kind !== 'given') return;
  try {
    await client.chat.delete({ channel: removal.channelId, ts: given.ts });
  } catch (error) {
    if (slackErrorOf(error) !== 'message_not_found') throw error;
  }
}
