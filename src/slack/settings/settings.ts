import type { SlackDeps } from '../deps.ts';

/** What the full members of a channel have set for it. */
export interface ChannelSettings {
  /** Where a mention is answered: for everybody in its thread, or for the asker alone. */
  readonly answers: 'thread' | 'private';
  /** The vendor that is meant where a paste names none. */
  readonly provider: MeantProvider | null;
  /** The linked account that is meant where a paste names none. */
  readonly accountId: string | null;
}

export interface MeantProvider {
  /** The vendor's short name. */
  readonly key: string;
  /** As people read it. */
  readonly label: string;
}

/** Of a channel for which nobody has set anything. */
export const DEFAULT_SETTINGS: ChannelSettings = {
  answers: 'thread',
  provider: null,
  accountId: null,
};

/** Raised when the shape changes; settings of another version count as not set. */
const VERSION = 1;

export interface ChannelKey {
  readonly teamId: string;
  /** `null` where there is no channel. */
  readonly channelId: string | null;
}

export async function findSettings(
  { store }: SlackDeps,
  { teamId, channelId }: ChannelKey,
): Promise<ChannelSettings> {
  if (channelId === null || !isChannel(channelId)) return DEFAULT_SETTINGS;
  const found = await store.channelSettings.find({ teamId, channelId });
  // Only what we wrote ourselves is there; its shape goes with its version.
  return found === undefined || found.version !== VERSION
    ? DEFAULT_SETTINGS
    : (JSON.parse(found.json) as ChannelSettings);
}

export async function saveSettings(
  { store }: SlackDeps,
  {
    teamId,
    channelId,
    userId,
    settings,
  }: {
    readonly teamId: string;
    readonly channelId: string;
    readonly userId: string;
    readonly settings: ChannelSettings;
  },
): Promise<void> {
  await store.channelSettings.save({
    teamId,
    channelId,
    userId,
    version: VERSION,
    json: JSON.stringify(settings satisfies ChannelSettings),
  });
}

/** Direct messages are one person's own, and have nothing to set. */
export function isChannel(channelId: string): boolean {
  return /^[CG][A-Z0-9]{1,40}$/.test(channelId);
}
