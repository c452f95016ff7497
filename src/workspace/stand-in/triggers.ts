import { randomUUID } from 'node:crypto';
import { TRIGGER_LIFE_MS } from '../../slack/limits.ts';
import { Refusal } from './errors.ts';

/**
 * `trigger_id`s: for one person, 3 s long, once.
 *
 * @see https://docs.slack.dev/interactivity/handling-user-interaction — read 2026-11-23
 */
export class Triggers {
  readonly #issued = new Map<string, { user: string; at: number; used: boolean }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(user: string): string {
    const id = `${this.#issued.size + 1}.${randomUUID()}`;
    this.#issued.set(id, { user, at: this.#now(), used: false });
    return id;
  }

  /**
   * Uses a trigger up.
   *
   * @returns whose it was
   * @throws Refusal `invalid_trigger_id`, `exchanged_trigger_id` or `expired_trigger_id`
   */
  exchange(id: string): string {
    const trigger = this.#issued.get(id);
    if (trigger === undefined) throw new Refusal('invalid_trigger_id');
    if (trigger.used) throw new Refusal('exchanged_trigger_id');
    if (this.#now() - trigger.at > TRIGGER_LIFE_MS) throw new Refusal('expired_trigger_id');
    trigger.used = true;
    return trigger.user;
  }
}
