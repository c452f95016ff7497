import * as z from 'zod';
import type { SlackBlock } from '../../../slack/block-kit/index.ts';
import { checkView } from '../check-message.ts';
import type { Ack } from '../delivery.ts';
import { Refusal, StandInError } from '../errors.ts';
import type { State } from '../state.ts';
import type { OpenView } from '../views.ts';
import { type Wire, wireFile, wireView } from '../wire.ts';
import type { World } from '../world.ts';
import { type Acting, interactionBase } from './acting.ts';

type Input = Extract<SlackBlock, { type: 'input' }>;

export interface Submission {
  readonly user: string;
  readonly view: OpenView;
  /** By block ID: text, the values of chosen options, or IDs of files. What is left out keeps its initial value. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
}

const responseSchema = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
  z.object({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string().min(1)),
  }),
]);

/**
 * A person submits their topmost modal, and sees what the app answers: it closes, changes, or keeps its errors.
 *
 * @throws StandInError when Slack's client would not let them: not open, a required field empty, a text too long
 */
export async function submit(given: Submission, acting: Acting): Promise<Ack> {
  const { state } = acting;
  const { world, views } = state;
  const open = views.of(given.user).at(-1);
  if (open === undefined || open.id !== given.view.id)
    throw new StandInError(`${given.user} does not have that modal on top.`);
  const values = Object.fromEntries(
    open.view.blocks
      .filter((block) => block.type === 'input')
      .map((block) => [
        block.block_id ?? '',
        enter(block, given.values?.[block.block_id ?? ''], world),
      ]),
  );
  const ack = await acting.deliver({
    kind: 'interactive',
    acceptsResponse: true,
    payload: {
      type: 'view_submission',
      ...interactionBase(world.person(given.user), state),
      view: wireView(open, world, values),
      response_urls: [],
    },
  });
  if (ack.status !== 200) return ack;
  try {
    show(ack.body, open, state);
    return ack;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...ack, refused: error.code };
  }
}

function show(body: unknown, open: OpenView, { views }: State): void {
  if (body === null) {
    views.close(open.user, open.view.clear_on_close ?? false);
    return;
  }
  const parsed = responseSchema.safeParse(body);
  if (!parsed.success) throw new Refusal('invalid_response_action');
  const { data } = parsed;
  switch (data.response_action) {
    case 'update':
      views.update(open.id, checkView(data.view), undefined);
      return;
    case 'push':
      views.push(open.user, checkView(data.view));
      return;
    case 'clear':
      views.close(open.user, true);
      return;
    case 'errors': {
      const inputs = open.view.blocks.filter((block) => block.type === 'input');
      const known = new Set(inputs.map((block) => block.block_id));
      if (!Object.keys(data.errors).every((id) => known.has(id)))
        throw new Refusal('invalid_response_action');
      return;
    }
    default:
      data satisfies never;
  }
}

/** What an input holds when the modal is submitted: `{ <action ID>: state }`. */
function enter(block: Input, given: string | readonly string[] | undefined, world: World): Wire {
  const { element } = block;
  const state =
    element.type === 'file_input' ? { files: filesOf(given, world) } : stateOf(element, given);
  const empty = Object.values(state).every((value) => value === null || isEmptyList(value));
  if (empty && block.optional !== true)
    throw new StandInError(`The field ${block.block_id ?? ''} is required.`);
  return { [element.action_id ?? '']: { type: element.type, ...state } };
}

/** IDs of files that were added to the world. */
function filesOf(given: string | readonly string[] | undefined, world: World): readonly Wire[] {
  return [given ?? []].flat().map((id) => {
    const file = world.findFile(id);
    if (file === undefined) throw new StandInError(`There is no file ${id}.`);
    return wireFile(file, world);
  });
}

function stateOf(
  element: Exclude<Input['element'], { type: 'file_input' }>,
  given: string | readonly string[] | undefined,
): Wire {
  const text = typeof given === 'string' ? given : given?.[0];
  switch (element.type) {
    case 'plain_text_input':
      return { value: typedInto(element, text ?? element.initial_value ?? '') };
    case 'static_select':
    case 'radio_buttons':
      return {
        selected_option:
          text === undefined ? (element.initial_option ?? null) : choose(element, text),
      };
    case 'checkboxes':
      return {
        selected_options:
          given === undefined
            ? (element.initial_options ?? [])
            : [given].flat().map((value) => choose(element, value)),
      };
    case 'users_select':
      return { selected_user: text ?? element.initial_user ?? null };
    case 'conversations_select':
      return { selected_conversation: text ?? element.initial_conversation ?? null };
    default:
      return element satisfies never;
  }
}

function typedInto(
  {
    min_length = 0,
    max_length = 3_000,
  }: { min_length?: number | undefined; max_length?: number | undefined },
  value: string,
): string | null {
  if (value.length > max_length || (value !== '' && value.length < min_length))
    throw new StandInError(`A text of ${value.length} characters does not fit the field.`);
  return value === '' ? null : value;
}

function choose(element: Extract<Input['element'], { options?: unknown }>, value: string) {
  const grouped = 'option_groups' in element ? (element.option_groups ?? []) : [];
  const options = [...(element.options ?? []), ...grouped.flatMap((group) => group.options)];
  const option = options.find((one) => one.value === value);
  if (option === undefined) throw new StandInError(`There is no option ${value}.`);
  return option;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
