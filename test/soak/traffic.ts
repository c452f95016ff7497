import { setTimeout as pause } from 'node:timers/promises';
import type { Ack, Delivery, Message, Slack } from '../../src/workspace/stand-in/index.ts';
import { pick } from './chance.ts';
import { channels, people } from './town.ts';

/** One question, and whether Slack got it delivered. */
export interface Asked {
  readonly message: Message;
  /** Its event was acknowledged: from now on it is the bot's. */
  readonly isDelivered: boolean;
}

export interface Traffic {
  readonly asked: readonly Asked[];
  /** Requests that were sent, first ones and repeated ones. */
  readonly deliveries: number;
  readonly repeated: number;
  readonly unacknowledged: number;
  readonly askedForMs: number;
}

export interface TrafficOptions {
  readonly slack: Slack;
  readonly chance: () => number;
  /** How many deliveries there are to be, about. */
  readonly deliveries: number;
  readonly requestIds: readonly [string, ...string[]];
}

const DUPLICATED = 0.2;
const AT_ONCE = 48;
/** Slack tries three times more: at once, after a minute, after five. The minutes are shorter here. */
const RETRY_AFTER_MS = [200, 1_500, 5_000];

/** People ask, in channels and in direct messages, until there were enough deliveries. */
export async function sendTraffic({
  slack,
  chance,
  deliveries,
  requestIds,
}: TrafficOptions): Promise<Traffic> {
  const startedAt = performance.now();
  const asked: Asked[] = [];
  const count = { deliveries: 0, repeated: 0, unacknowledged: 0 };

  async function ask(): Promise<void> {
    const typed = { user: pick(chance, people), text: textOf(chance, requestIds) };
    const isDirect = chance() < 0.3;
    const { message, acks } = isDirect
      ? await slack.directMessage(typed)
      : await slack.mention({ ...typed, channel: pick(chance, channels) });
    count.deliveries += acks.length;
    const ended = await Promise.all(acks.map(seeThrough));
    asked.push({
      message,
      isDelivered: ended.some(({ ack }) => ack.status === 200 && asksUs(ack.delivery, isDirect)),
    });
  }

  /** As Slack does: again until it is acknowledged; and sometimes again though it was. */
  async function seeThrough(first: Ack): Promise<{ readonly ack: Ack }> {
    let ack = first;
    for (const [index, afterMs] of RETRY_AFTER_MS.entries()) {
      if (ack.status === 200) break;
      await pause(afterMs);
      ack = await again(ack.delivery, index + 1);
    }
    if (ack.status !== 200) count.unacknowledged += 1;
    if (chance() < DUPLICATED) {
      await pause(chance() * 1_000);
      await again(ack.delivery, 1);
    }
    return { ack };
  }

  function again(delivery: Delivery, attempt: number): Promise<Ack> {
    count.deliveries += 1;
    count.repeated += 1;
    return slack.redeliver(delivery, { attempt });
  }

  async function keepAsking(): Promise<void> {
    while (count.deliveries < deliveries) await ask();
  }

  await Promise.all(Array.from({ length: AT_ONCE }, keepAsking));
  return { asked, ...count, askedForMs: performance.now() - startedAt };
}

/** Messages in channels come a second time as what they are, which is none of the bot's business. */
function asksUs({ payload }: Delivery, isDirect: boolean): boolean {
  const event: unknown = payload['event'];
  const type: unknown =
    typeof event === 'object' && event !== null ? Reflect.get(event, 'type') : '';
  return type === (isDirect ? 'message' : 'app_mention');
}

function textOf(chance: () => number, requestIds: readonly [string, ...string[]]): string {
  const request = pick(chance, requestIds);
  return pick(chance, [
    'lever 429',
    '412',
    'why does hibob say 403 today?',
    '{"statusCode":502,"message":"Bad gateway","providerErrors":[{"status":401,"url":"https://api.lever.co/v1/opportunities"}]}',
    'HTTP/1.1 503 Service Unavailable\nx-stackone-account-id: 45355976281015164504',
    `502 ${request}`,
    'help',
  ]);
}
