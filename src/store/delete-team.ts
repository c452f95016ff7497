import type { StoreDeps } from './jobs.ts';

/** Everything of a team, in one transaction: afterwards there is nothing, or everything. */
export async function deleteTeam({ db }: StoreDeps, teamId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('reports').where('teamId', '=', teamId).execute();
    await trx.deleteFrom('jobs').where('teamId', '=', teamId).execute();
    await trx.deleteFrom('cases').where('teamId', '=', teamId).execute();
    await trx.deleteFrom('feedback').where('teamId', '=', teamId).execute();
    await trx.deleteFrom('channelSettings').where('teamId', '=', teamId).execute();
    await trx.deleteFrom('claims').where('teamId', '=', teamId).execute();
  });
}
