import type { StoreDeps } from './jobs.ts';
import { checkInput, claimRow } from './rows.ts';
import type { Claims } from './store.ts';

export function createClaims({ db, clock }: StoreDeps): Claims {
  return {
    async claimOnce({ teamId, key, ttlMs }) {
      const now = clock();
      const row = checkInput('claims', claimRow, { teamId, key, expiresAt: now + ttlMs });
      const won = await db
        .insertInto('claims')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['teamId', 'key'])
            .doUpdateSet({ expiresAt: row.expiresAt })
            .where('claims.expiresAt', '<=', now),
        )
        .returning('key')
        .execute();
      return won.length > 0;
    },

    async release({ teamId, key }) {
      await db.deleteFrom('claims').where('teamId', '=', teamId).where('key', '=', key).execute();
    },
  };
}
