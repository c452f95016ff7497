import { composeCard } from '../report/compose-card.ts';
import type { Report } from '../report/report.ts';
import { decideLogAccess, type LogVerdict, type Person } from './access.ts';
import type { SlackDeps } from './deps.ts';
import { type SavedReport, saveReport, type Whereabouts } from './saved-report.ts';
import { type ButtonName, type Message, renderCard } from './views/card.ts';

export interface Answer extends SavedReport {
  /** What the buttons carry. */
  readonly value: string;
}

/** The answer from the tables, kept, with what keeps the person from the log already in it. */
export async function answerQuestion(
  deps: SlackDeps,
  text: string,
  where: Whereabouts,
  verdict: LogVerdict,
): Promise<Answer> {
  const report = deps.answer(text);
  const told =
    verdict.kind === 'allowed' || !deps.wantsLog(report) ? report : notAllowed(report, verdict.ask);
  const saved = { report: told, where };
  return { ...saved, value: await saveReport(deps, saved) };
}

export function verdictOf(deps: SlackDeps, person: Person, where: Whereabouts): LogVerdict {
  return decideLogAccess(person, where, {
    homeTeamId: where.teamId,
    logAccess: deps.settings.logAccess,
  });
}

/** The log is there to be asked, and was not asked yet. */
export function awaitsLog(deps: SlackDeps, report: Report): boolean {
  return deps.wantsLog(report);
}

/** The card as a message, with the buttons that work where it stands. */
export function drawAnswer(
  deps: SlackDeps,
  { report, where, value }: Answer,
  options: {
    readonly offersLog?: boolean;
    readonly isPending?: boolean;
    readonly sharedBy?: string;
  } = {},
): Message {
  const card = composeCard(report, { audience: where.isPrivate ? 'private' : 'shared' });
  return renderCard(card, {
    buttonValue: value,
    buttons: buttonsFor(report, where, options),
    logLink: logLinkOf(deps, report),
    ...(options.isPending === undefined ? {} : { isPending: options.isPending }),
    ...(options.sharedBy === undefined ? {} : { sharedBy: options.sharedBy }),
  });
}

function buttonsFor(
  report: Report,
  where: Whereabouts,
  { offersLog, sharedBy }: { readonly offersLog?: boolean; readonly sharedBy?: string },
): readonly ButtonName[] {
  const isAnswer = report.diagnoses.length > 0 || report.evidence.requestIds.length > 0;
  return [
    ...(offersLog === true ? (['log'] as const) : []),
    // A direct message has no channel to share in.
    ...(isAnswer &&
    where.isPrivate &&
    sharedBy === undefined &&
    where.channelId !== null &&
    !where.channelId.startsWith('D')
      ? (['share'] as const)
      : []),
    ...(isAnswer ? (['escalate'] as const) : []),
    ...(report.diagnoses.length > 0 ? (['why'] as const) : []),
  ];
}

function logLinkOf({ settings }: SlackDeps, { log }: Report): string | undefined {
  if (settings.logLinkTemplate === undefined || log === null) return undefined;
  return settings.logLinkTemplate
    .replaceAll('{requestId}', encodeURIComponent(log.requestId))
    .replaceAll('{accountId}', encodeURIComponent(log.accountId ?? ''));
}

function notAllowed(report: Report, ask: string): Report {
  const [requestId] = report.evidence.requestIds;
  if (requestId === undefined) return report;
  return { ...report, lookups: [{ kind: 'not-allowed', requestId, ask }] };
}

/** What came of a question, for the one line that it leaves in the log. */
export function outcomeOf(report: Report): string {
  const [first] = report.diagnoses;
  return first === undefined || first.confidence < 0.5 ? 'abstained' : 'answered';
}
