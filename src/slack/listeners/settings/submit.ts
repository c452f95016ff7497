import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { labelOf } from '../../../report/label-of.ts';
import type { Person } from '../../access.ts';
import type { BotDeps } from '../../deps.ts';
import { SETTINGS_FIELDS } from '../../names.ts';
import { whyNotChange } from '../../settings/may-change.ts';
import { type ChannelSettings, findSettings, saveSettings } from '../../settings/settings.ts';
import { slackErrorOf } from '../../slack-errors.ts';
import { loadingView, sayingView } from '../../views/saying.ts';
import { channelOf, SETTINGS_TITLE } from '../../views/settings.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type View = Args['view'];

const { answers: ANSWERS, provider: PROVIDER, account: ACCOUNT } = SETTINGS_FIELDS;

/**
 * The form is sent. What was written wrongly is said in it at once; who sends it is asked of Slack, which may take
 * longer than an acknowledgement may, so the form says so and then what came of it.
 */
export function submitSettings(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ ack, body, view, client }) => {
    const given = readGiven(deps, view);
    if (given.kind === 'wrong') return ack({ response_action: 'errors', errors: given.errors });
    await ack({ response_action: 'update', view: loadingView(SETTINGS_TITLE) });
    const person = { userId: body.user.id, teamId: body.user.team_id ?? null };
    const say = await keep(deps, client, { view, person, given }).catch((error: unknown) => {
      const reference = deps.newReference();
      deps.logger.error('settings could not be kept', { reference, error });
      return `I could not keep this. Please try again; if it stays, tell whoever runs me this reference: ${reference}`;
    });
    try {
      await client.views.update({ view_id: view.id, view: sayingView(SETTINGS_TITLE, say) });
    } catch (error) {
      // They have closed it: it is kept all the same.
      if (slackErrorOf(error) !== 'not_found') throw error;
    }
  };
}

interface Given {
  readonly kind: 'right';
  readonly settings: Omit<ChannelSettings, 'accountId'>;
  /** `undefined`: the form had no field for it. */
  readonly accountId: string | null | undefined;
}

interface Wrong {
  readonly kind: 'wrong';
  readonly errors: Readonly<Record<string, string>>;
}

function readGiven(deps: BotDeps, view: View): Given | Wrong {
  const name = wordsIn(view, PROVIDER);
  const account = wordsIn(view, ACCOUNT);
  const { evidence, labels } = deps.answer(name === null ? '' : `${name} 429`);
  const [key, ...others] = evidence.providers;
  if (name !== null && (key === undefined || others.length > 0))
    return wrong(PROVIDER, 'I know no provider of that name. Write it as StackOne does.');
  if (account !== null && !/^\d{18,22}$/.test(account))
    return wrong(
      ACCOUNT,
      'An account ID is 18 to 22 digits; StackOne shows it beside the account.',
    );
  const chosen = view.state.values[ANSWERS]?.[ANSWERS]?.selected_option?.value;
  return {
    kind: 'right',
    settings: {
      answers: chosen === 'private' ? 'private' : 'thread',
      provider: key === undefined ? null : { key, label: labelOf(labels, key) },
    },
    accountId: ACCOUNT in view.state.values ? account : undefined,
  };
}

function wrong(field: string, why: string): Wrong {
  return { kind: 'wrong', errors: { [field]: why } };
}

function wordsIn({ state }: View, field: string): string | null {
  const text = state.values[field]?.[field]?.value?.trim() ?? '';
  return text === '' ? null : text;
}

/** @returns what came of it */
async function keep(
  deps: BotDeps,
  client: WebClient,
  { view, person, given }: { readonly view: View; readonly person: Person; readonly given: Given },
): Promise<string> {
  const channelId = channelOf(view.private_metadata) ?? '';
  const refusal = await whyNotChange(deps, client, { person, channelId });
  if (refusal !== undefined) return refusal;
  const teamId = deps.homeTeamId();
  const before = await findSettings(deps, { teamId, channelId });
  const accountId = given.accountId === undefined ? before.accountId : given.accountId;
  const settings = { ...given.settings, accountId };
  await saveSettings(deps, { teamId, channelId, userId: person.userId, settings });
  return sayKept(settings);
}

function sayKept({ answers, provider, accountId }: ChannelSettings): string {
  return [
    answers === 'private'
      ? 'Saved. When somebody mentions me in this channel, only they see the answer.'
      : 'Saved. When somebody mentions me in this channel, I answer in its thread.',
    ...(provider === null ? [] : [`Where a question names no provider, I take ${provider.label}.`]),
    ...(accountId === null ? [] : [`Where it names no account, I ask for ${accountId}.`]),
  ].join(' ');
}
