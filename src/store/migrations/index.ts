import type { Migration } from 'kysely';
import { first } from './0001-first.ts';
import { feedback } from './0002-feedback.ts';
import { channelSettings } from './0003-channel-settings.ts';

/** In the order of their names, which stay for good: the database remembers them. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-feedback': feedback,
  '0003-channel-settings': channelSettings,
};
