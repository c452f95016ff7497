import * as z from 'zod';
import { invalidArguments, Refusal } from '../errors.ts';
import type { Channel } from '../facts.ts';
import type { State } from '../state.ts';

/** Of what the Web API's methods are made. */

export interface Method {
  readonly token: 'bot' | 'app';
  /** Needed by every call; what depends on the channel is asked for with `need`. */
  readonly scope: string | null;
  /** @throws Refusal */
  call(args: Readonly<Record<string, unknown>>, context: MethodContext): Answer;
}

/** Beside `ok: true`. */
export type Answer = Readonly<Record<string, unknown>>;

export interface MethodContext {
  readonly state: State;
  /** @throws Refusal `missing_scope` */
  need(scope: string): void;
}

interface MethodSpec<Shape extends z.ZodRawShape> {
  readonly token?: 'bot' | 'app';
  readonly scope: string | null;
  readonly args: Shape;
  run(args: z.infer<z.ZodObject<Shape>>, context: MethodContext): Answer;
}

/** A method that takes exactly these arguments, and refuses any other. */
export function defineMethod<Shape extends z.ZodRawShape>(spec: MethodSpec<Shape>): Method {
  const schema = z.object(spec.args);
  // `@slack/web-api` repeats a token that was given with the call in its body.
  const known = new Set(['token', 'team_id', ...Object.keys(spec.args)]);
  return {
    token: spec.token ?? 'bot',
    scope: spec.scope,
    call(args, context) {
      const unknown = Object.keys(args).filter((name) => !known.has(name));
      if (unknown.length > 0)
        throw invalidArguments(...unknown.map((name) => `unsupported argument: ${name}`));
      const parsed = schema.safeParse(args);
      if (!parsed.success)
        throw invalidArguments(
          ...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
        );
      return spec.run(parsed.data, context);
    },
  };
}

/** A boolean: a form can only spell it. */
export const flag = z
  .union([
    z.boolean(),
    z.enum(['true', 'false', '1', '0']).transform((word) => word === 'true' || word === '1'),
  ])
  .optional();

export const timestamp = z
  .string()
  .regex(/^\d{10}\.\d{6}$/, 'a timestamp such as 1700000000.000100');

export const count = z.coerce.number().int().min(1).max(1_000);

/** Blocks and views are checked by rules of their own. */
export const structure = z.unknown().optional();

/** By kind of channel: what `conversations.*` need. */
const FAMILY = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

/** `channels:read`, `groups:history`, and so on. */
export function scopeFor(channel: Channel, right: 'read' | 'history'): string {
  return `${FAMILY[channel.kind]}:${right}`;
}

/**
 * A channel as the bot may see it: one that is private and without the bot does not exist for it.
 *
 * @throws Refusal `channel_not_found`
 */
export function visibleChannel(id: string, { world }: State): Channel {
  const channel = world.findChannel(id);
  if (channel === undefined || (channel.kind !== 'public' && !world.hasBot(channel)))
    throw new Refusal('channel_not_found');
  return channel;
}

/** A channel that the bot is in. @throws Refusal `channel_not_found`, `not_in_channel` */
export function joinedChannel(id: string, state: State): Channel {
  const channel = visibleChannel(id, state);
  if (!state.world.hasBot(channel)) throw new Refusal('not_in_channel');
  return channel;
}
