import type { StoreDeps } from './jobs.ts';
import { channelSettingsRow, checkInput, readRow } from './rows.ts';
import type { ChannelSettingsStore } from './store.ts';

export function createChannelSettings({ db, clock }: StoreDeps): ChannelSettingsStore {
  return {
    async find({ teamId, channelId }) {
      const [row]: unknown[] = await db
        .selectFrom('channelSettings')
        .selectAll()
        .where('teamId', '=', teamId)
        .where('channelId', '=', channelId)
        .execute();
      return row === undefined ? undefined : readRow('channelSettings', channelSettingsRow, row);
    },

    async save(settings) {
      const row = checkInput('channelSettings', channelSettingsRow, {
        ...settings,
        updatedAt: clock(),
      });
      const { version, json, userId, updatedAt } = row;
      await db
        .insertInto('channelSettings')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['teamId', 'channelId'])
            .doUpdateSet({ version, json, userId, updatedAt }),
        )
        .execute();
    },
  };
}
