import type { WebClient } from '@slack/web-api';
import type { Report } from '../report/report.ts';
import type { LogVerdict, Person } from './access.ts';
import {
  awaitsLog,
  drawAnswer,
  lookUp,
  notesFor,
  outcomeOf,
  reportFor,
  verdictOf,
} from './answers.ts';
import type { BotDeps } from './deps.ts';
import { inTime } from './in-time.ts';
import { logQuestion } from './log-question.ts';
import type { ReadMessage } from './reading/read-message.ts';
import { readSources, type Sources } from './reading/read-sources.ts';
import { type Respond, respondPrivately } from './respond.ts';
import { privateWhere, type SavedReport, saveReport } from './saved-report.ts';
import { applySettings } from './settings/apply.ts';
import { findSettings } from './settings/settings.ts';

export interface PrivateQuestion {
  readonly surface: string;
  readonly person: Person;
  readonly channelId: string;
  readonly message: ReadMessage;
  /** Milliseconds of the clock. */
  readonly startedAt: number;
}

/**
 * Answers the one who asked, through their `response_url`, which works where the bot is no member. Waits a little for
 * the log, else answers from the tables with a button for it.
 */
export async function answerPrivately(
  deps: BotDeps,
  { client, respond }: { readonly client: WebClient; readonly respond: Respond },
  { surface, person, channelId, message, startedAt }: PrivateQuestion,
): Promise<void> {
  const where = privateWhere({ teamId: deps.homeTeamId(), channelId, userId: person.userId });
  const { files, links } = message;
  const sources = await readSources(deps, client, {
    files,
    links,
    asker: person,
    where,
    comesAgain: false,
  });
  const before = applySettings(
    deps,
    {
      report: answerWith(deps, message.text, sources),
      withLog: null,
      where,
      notes: sources.notes,
    },
    await findSettings(deps, where),
  );
  const verdict = await verdictOf(deps, person, before);
  const saved = await lookUpInTime(deps, before, verdict);
  await showAlone(deps, respond, { saved, verdict, surface, startedAt });
}

/** Shows the one who asked as much of an answer as they may see, and keeps it for its buttons. */
export async function showAlone(
  deps: BotDeps,
  respond: Respond,
  {
    saved,
    verdict,
    surface,
    startedAt,
  }: { readonly saved: SavedReport; readonly verdict: LogVerdict } & Pick<
    PrivateQuestion,
    'surface' | 'startedAt'
  >,
): Promise<void> {
  const report = reportFor(deps, saved, verdict);
  const isOffered = verdict.kind === 'allowed' && awaitsLog(deps, saved);
  const message = drawAnswer(deps, {
    report,
    where: saved.where,
    value: await saveReport(deps, saved),
    notes: notesFor(saved, verdict),
    ...(isOffered ? { coming: 'offered' } : {}),
  });
  await respondPrivately(respond, message);
  logQuestion(deps, { surface, outcome: outcomeOf(report), startedAt });
}

/** One answer to a question's own words and to all that was read beside them. */
export function answerWith(deps: BotDeps, text: string, { texts }: Sources): Report {
  return deps.answer([text, ...texts].filter((part) => part.trim() !== '').join('\n\n'));
}

/** With its log if that may be seen and comes in time; as it is when the answer must not wait for it any longer. */
async function lookUpInTime(
  deps: BotDeps,
  saved: SavedReport,
  verdict: LogVerdict,
): Promise<SavedReport> {
  if (verdict.kind !== 'allowed' || !awaitsLog(deps, saved)) return saved;
  return inTime(lookUp(deps, saved), { ms: deps.settings.waitForLogMs, late: saved });
}
