import type { App, Logger } from '@slack/bolt';
import { BotError } from '../../errors.ts';
import type { AcksFirst } from '../acks-first.ts';
import type { Door } from '../create-app.ts';
import { inTime } from '../in-time.ts';
import { persistFirst } from '../persist-first.ts';
import type { UnderWay } from '../under-way.ts';
import { type Keeper, keepLinked } from './keep-linked.ts';
import { createLink } from './link.ts';

/** After this an acknowledgement is of no use: Slack has told the person that it failed, or sends the event again. */
const ACKNOWLEDGED_WITHIN_MS = 3_000;

/** Socket Mode: Slack is called, so no address of ours need be reachable. */
export function socketReceiver({
  appToken,
  apiUrl,
  logger,
  underWay,
  acksFirst,
}: {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly underWay: UnderWay;
  readonly acksFirst: AcksFirst;
}): Door {
  let keeper: Keeper | undefined;
  return {
    receiver: {
      init(app: App) {
        const held = persistFirst(app, { underWay, acksFirst });
        keeper = keepLinked({
          create: (events) => createLink({ appToken, apiUrl, logger, app: held, ...events }),
          failed: ({ reason, error }) =>
            logger.warn(
              `no connection to Slack (${reason}), I try again: ${error instanceof Error ? error.message : ''}`,
            ),
        });
      },
      async start() {
        if (keeper === undefined) throw new BotError('The receiver has no app.');
        await keeper.start();
      },
      async stop() {
        // What is under way needs its connection for the acknowledgement.
        await inTime(underWay.settled(), { ms: ACKNOWLEDGED_WITHIN_MS, late: undefined });
        keeper?.stop();
      },
    },
    connected: () => keeper?.isLinked() === true,
    port: () => undefined,
  };
}
