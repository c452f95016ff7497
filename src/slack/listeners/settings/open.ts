import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Person } from '../../access.ts';
import type { BotDeps } from '../../deps.ts';
import { openAndFill } from '../../open-and-fill.ts';
import { whyNotChange } from '../../settings/may-change.ts';
import { findSettings } from '../../settings/settings.ts';
import { sayingView } from '../../views/saying.ts';
import { SETTINGS_TITLE, settingsView } from '../../views/settings.ts';

export interface SettingsAsked {
  readonly person: Person;
  readonly channelId: string;
  readonly triggerId: string;
}

/** `/stackone-error settings`: what is set for the channel that it was typed in, as a form. */
export async function openSettings(
  deps: BotDeps,
  client: WebClient,
  asked: SettingsAsked,
): Promise<void> {
  await openAndFill(client, asked.triggerId, {
    title: SETTINGS_TITLE,
    load: () => formFor(deps, client, asked),
  });
}

async function formFor(
  deps: BotDeps,
  client: WebClient,
  { person, channelId }: SettingsAsked,
): Promise<ModalView> {
  const refusal = await whyNotChange(deps, client, { person, channelId });
  if (refusal !== undefined) return sayingView(SETTINGS_TITLE, refusal);
  const settings = await findSettings(deps, { teamId: deps.homeTeamId(), channelId });
  return settingsView({ channelId, settings, takesAccount: deps.settings.readsLogs });
}
