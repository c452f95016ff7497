import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { MAX_RESPONSE_URL_POSTS, RESPONSE_URL_LIFE_MS } from '../../slack/limits.ts';
import { checkMessage } from './check-message.ts';
import { invalidArguments, Refusal } from './errors.ts';
import type { Ephemeral, Message, Words } from './facts.ts';
import type { World } from './world.ts';

export interface ResponseTarget {
  readonly user: string;
  readonly channel: string;
  /** The message whose button was pressed: the only thing a post can replace or delete. */
  readonly pressed: Message | Ephemeral | null;
}

interface Issued extends ResponseTarget {
  readonly at: number;
  posts: number;
}

/** JSON types are not bent here: `"true"` for `replace_original` is refused, as in Slack. */
const bodySchema = z.strictObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
  mrkdwn: z.boolean().optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
});

/**
 * `response_url`s: five posts within 30 minutes, also where the bot is no member; private unless said otherwise.
 *
 * @see https://docs.slack.dev/interactivity/handling-user-interaction — read 2026-11-23
 */
export class ResponseUrls {
  readonly #issued = new Map<string, Issued>();
  readonly #world: World;
  readonly #now: () => number;

  constructor(world: World, now: () => number) {
    this.#world = world;
    this.#now = now;
  }

  /** @returns the last part of the URL */
  issue(target: ResponseTarget): string {
    const id = randomUUID();
    this.#issued.set(id, { ...target, at: this.#now(), posts: 0 });
    return id;
  }

  /**
   * Performs one post. A refused one does not count.
   *
   * @throws Refusal `invalid_url`, `expired_url`, `used_url`, and what `checkMessage` throws
   */
  post(id: string, body: unknown): void {
    const target = this.#issued.get(id);
    if (target === undefined) throw new Refusal('invalid_url');
    if (this.#now() - target.at > RESPONSE_URL_LIFE_MS) throw new Refusal('expired_url');
    if (target.posts >= MAX_RESPONSE_URL_POSTS) throw new Refusal('used_url');
    this.say(target, body);
    target.posts += 1;
  }

  /** What such a post, or the acknowledgement of a command, says. */
  say(target: ResponseTarget, body: unknown): void {
    const parsed = bodySchema.safeParse(body);
    if (!parsed.success) throw invalidArguments(...parsed.error.issues.map((i) => i.message));
    const { data } = parsed;
    if (data.delete_original) {
      this.#delete(target);
      return;
    }
    const words = checkMessage(data);
    // A command has nothing to replace: Slack adds a message then.
    if (data.replace_original && target.pressed !== null) this.#replace(target.pressed, words);
    else this.#add(target, words, data.response_type, data.thread_ts ?? null);
  }

  #delete({ pressed }: ResponseTarget): void {
    if (pressed === null || !this.#world.remove(pressed)) throw new Refusal('message_not_found');
  }

  #replace(pressed: Message | Ephemeral, words: Words): void {
    const changed =
      pressed.kind === 'message'
        ? this.#world.change(pressed, { ...words, edited: true })
        : this.#world.change(pressed, words);
    if (changed === undefined) throw new Refusal('message_not_found');
  }

  #add(
    { user, channel }: ResponseTarget,
    words: Words,
    type: 'ephemeral' | 'in_channel',
    threadTs: string | null,
  ): void {
    if (type === 'ephemeral') {
      this.#world.whisper({ ...words, channel, user, threadTs });
      return;
    }
    const { userId, botId } = this.#world.bot;
    this.#world.post({ ...words, channel, user: userId, botId, threadTs });
  }
}
