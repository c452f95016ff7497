import { randomUUID } from 'node:crypto';
import type { SlackHome, SlackModal } from '../../slack/block-kit/index.ts';
import { Refusal } from './errors.ts';

/** A modal that a person sees, or that lies below the one they see. */
export interface OpenView {
  readonly id: string;
  /** Changes with every update; a stale one is refused. */
  readonly hash: string;
  readonly user: string;
  readonly view: SlackModal;
  readonly rootId: string;
  readonly previousId: string | null;
}

/** What a person sees of the app's Home. */
export interface PublishedHome {
  readonly id: string;
  readonly hash: string;
  readonly user: string;
  readonly view: SlackHome;
}

/** Slack lets three lie on one another: docs.slack.dev/surfaces/modals */
const MAX_STACK = 3;

/** Each person's stack of modals, the newest last, and their Home. */
export class Views {
  readonly #stacks = new Map<string, OpenView[]>();
  readonly #homes = new Map<string, PublishedHome>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  of(user: string): readonly OpenView[] {
    return this.#stacks.get(user) ?? [];
  }

  find(idOrExternalId: string): OpenView | undefined {
    return [...this.#stacks.values()]
      .flat()
      .find(({ id, view }) => id === idOrExternalId || view.external_id === idOrExternalId);
  }

  /** Opens a modal in the place of all that the person had open. */
  open(user: string, view: SlackModal): OpenView {
    this.#stacks.delete(user);
    return this.push(user, view);
  }

  /** @throws Refusal `push_limit_reached` */
  push(user: string, view: SlackModal): OpenView {
    const stack = this.#stacks.get(user) ?? [];
    if (stack.length >= MAX_STACK) throw new Refusal('push_limit_reached');
    const id = `V${randomUUID()}`;
    const opened: OpenView = {
      id,
      hash: newHash(),
      user,
      view,
      rootId: stack[0]?.id ?? id,
      previousId: stack.at(-1)?.id ?? null,
    };
    this.#stacks.set(user, [...stack, opened]);
    this.#changed();
    return opened;
  }

  /** @throws Refusal `not_found` when nobody has it open, `hash_conflict` when it has changed since */
  update(idOrExternalId: string, view: SlackModal, hash: string | undefined): OpenView {
    const before = this.find(idOrExternalId);
    if (before === undefined) throw new Refusal('not_found');
    if (hash !== undefined && hash !== before.hash) throw new Refusal('hash_conflict');
    const after: OpenView = { ...before, view, hash: newHash() };
    this.#stacks.set(
      before.user,
      this.of(before.user).map((one) => (one.id === before.id ? after : one)),
    );
    this.#changed();
    return after;
  }

  homeOf(user: string): PublishedHome | undefined {
    return this.#homes.get(user);
  }

  publish(user: string, view: SlackHome): PublishedHome {
    const id = this.#homes.get(user)?.id ?? `V${randomUUID()}`;
    const home: PublishedHome = { id, hash: newHash(), user, view };
    this.#homes.set(user, home);
    this.#changed();
    return home;
  }

  /** Takes the topmost away, or all of them. */
  close(user: string, all: boolean): void {
    this.#stacks.set(user, all ? [] : this.of(user).slice(0, -1));
    this.#changed();
  }
}

function newHash(): string {
  return randomUUID().slice(0, 13);
}
