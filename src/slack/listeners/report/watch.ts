import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { BotDeps } from '../../deps.ts';
import { WATCH_MINUTES } from '../../names.ts';
import { respondPrivately } from '../../respond.ts';
import { span, watchChoices } from '../../views/recheck.ts';
import { type Start, startWatch } from '../../watch/watch.ts';
import { readClick } from './acting.ts';
import { checkable } from './checkable.ts';

type Args = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Watch*: asks privately for how long. */
export function watch(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, client, respond }) => {
    await ack();
    const click = readClick(body, deps.homeTeamId());
    const found = await checkable(deps, client, click);
    if (found.kind === 'no') return respondPrivately(respond, found.because);
    // The choice is pressed in a message of its own, which knows nothing of the card: it has to be told.
    const threadTs = click.messageTs === null ? '' : (found.where.threadTs ?? click.messageTs);
    await respondPrivately(respond, watchChoices(`${threadTs}|${found.value}`));
  };
}

/** One of the choices: begins the watch, and says so in the place of the choices. */
export function watchFor(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, action, body, client, respond }) => {
    await ack();
    const [threadTs = '', value] = (action.value ?? '').split('|');
    const click = { ...readClick(body, deps.homeTeamId()), value };
    const minutes = WATCH_MINUTES[action.action_id];
    const found = await checkable(deps, client, click);
    if (found.kind === 'no') return respondPrivately(respond, found.because, { replaces: true });
    if (minutes === undefined) return;
    const start = await startWatch(deps, {
      teamId: click.teamId,
      value: found.value,
      where: found.where,
      threadTs: /^\d{1,12}\.\d{1,8}$/.test(threadTs) ? threadTs : null,
      person: click.person,
      minutes,
    });
    const place = threadTs === '' ? 'to you in a direct message' : 'in the thread';
    await respondPrivately(respond, sayStart(start, minutes, place), { replaces: true });
  };
}

function sayStart(start: Start, minutes: number, place: string): string {
  switch (start.kind) {
    case 'started': {
      const seconds = Math.floor(start.endsAt / 1_000);
      const fallback = `${new Date(start.endsAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
      return `I watch this call for ${span(minutes)}, until ${fallback} (<!date^${seconds}^{time}|${fallback}> your time), and say once ${place} what came of it.`;
    }
    case 'known':
      return 'I am watching that already, and say once what came of it.';
    case 'too-many':
      return start.of === 'person'
        ? 'I watch as many calls for you as I can at once. One has to end first; *Check again* works any time.'
        : 'I watch as many calls in this channel as I can at once. One has to end first; *Check again* works any time.';
    default:
      return start satisfies never;
  }
}
