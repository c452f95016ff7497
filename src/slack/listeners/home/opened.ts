import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { composeCard } from '../../../report/compose-card.ts';
import type { Report } from '../../../report/report.ts';
import { reportFor, verdictOf } from '../../answers.ts';
import type { BotDeps } from '../../deps.ts';
import { hasScope } from '../../identify.ts';
import { findRecent } from '../../saved-report.ts';
import { optionalScopes } from '../../scopes.ts';
import { slackErrorOf } from '../../slack-errors.ts';
import { type HomeReport, homeView } from '../../views/home.ts';

type Args = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

const SHOWN = 5;
/** Questions that came to nothing are not worth a place among them. */
const READ = 20;

/**
 * Somebody opens the App Home. It is published beside the acknowledgement: when it fails, the next opening publishes it.
 *
 * @see https://docs.slack.dev/reference/events/app_home_opened — read 2026-11-25
 */
export function opened(deps: BotDeps): (args: Args) => Promise<void> {
  return async ({ event, client }) => {
    if (event.tab !== 'home') return;
    publish(deps, client, event.user).catch((error: unknown) =>
      deps.logger.warn('an App Home could not be published', {
        reason: slackErrorOf(error) ?? 'unknown',
        error,
      }),
    );
  };
}

async function publish(deps: BotDeps, client: WebClient, userId: string): Promise<void> {
  const { settings } = deps;
  await client.views.publish({
    user_id: userId,
    view: homeView({
      recent: await recentOf(deps, userId),
      readsLogs: settings.readsLogs,
      supportChannel: settings.supportChannel,
      supportEmail: settings.supportEmail,
      lacking: optionalScopes.filter((scope) => !hasScope(deps.identity(), scope)),
    }),
  });
}

async function recentOf(deps: BotDeps, userId: string): Promise<readonly HomeReport[]> {
  const teamId = deps.homeTeamId();
  const recent = await findRecent(deps, { teamId, userId, limit: READ });
  const answers = recent.filter(({ saved }) => isAnswer(saved.report));
  return Promise.all(
    answers.slice(0, SHOWN).map(async ({ saved, value, createdAt }) => {
      // Whose team they are of, the event does not say: their own record does.
      const own = { ...saved, where: { ...saved.where, isPrivate: true } };
      const verdict = await verdictOf(deps, { userId, teamId }, own);
      const card = composeCard(reportFor(deps, own, verdict), { audience: 'private' });
      return { title: card.title, value, createdAt };
    }),
  );
}

function isAnswer({ diagnoses, evidence }: Report): boolean {
  return diagnoses.length + evidence.requestIds.length + evidence.accountIds.length > 0;
}
