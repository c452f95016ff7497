import { mayPass, pendingAccount, showLabel } from '../report/card-lookups.ts';
import { type CardOptions, composeCard } from '../report/compose-card.ts';
import type { Report } from '../report/report.ts';
import type { LogVerdict, Person } from './access.ts';
import type { BotDeps, SlackDeps } from './deps.ts';
import { logVerdict } from './log-verdict.ts';
import type { SavedReport, Whereabouts } from './saved-report.ts';
import { type ButtonName, type Message, renderCard } from './views/card.ts';

/** Whether a person may see what a log says, where the answer stands. Slack is asked only where a log is concerned. */
export async function verdictOf(
  deps: BotDeps,
  person: Person,
  saved: SavedReport,
): Promise<LogVerdict> {
  // An account that is looked up is as much of a log as a request.
  if (!deps.wantsLog(asked(deps, saved)) && saved.withLog === null) return { kind: 'allowed' };
  return logVerdict(deps, person, saved.where);
}

/** What is looked up: the answer, with the account that its channel's settings mean. */
function asked(deps: SlackDeps, { report, accountId }: SavedReport): Report {
  return accountId === undefined ? report : deps.assume(report, { accountId });
}

/** What may be shown of an answer: without access nothing that only the log told, and one sentence that says so. */
export function reportFor(
  deps: SlackDeps,
  { report, withLog }: SavedReport,
  verdict: LogVerdict,
): Report {
  if (verdict.kind === 'allowed') return withLog ?? report;
  if (!deps.wantsLog(report)) return report;
  const { requestIds, accountIds } = report.evidence;
  const refusal = { kind: 'not-allowed', ask: verdict.ask } as const;
  const [requestId] = requestIds;
  const [accountId] = accountIds;
  if (requestId !== undefined) return { ...report, lookups: [{ ...refusal, requestId }] };
  return accountId === undefined ? report : { ...report, lookups: [{ ...refusal, accountId }] };
}

/** There is a log to be asked for: it was not yet, or what kept it away may have passed. */
export function awaitsLog(deps: SlackDeps, saved: SavedReport): boolean {
  const { withLog } = saved;
  return deps.wantsLog(asked(deps, saved)) && (withLog === null || withLog.lookups.some(mayPass));
}

/** Asks for the log. Begins from the paste each time, so that what came of the last time is not in it twice. */
export async function lookUp(deps: SlackDeps, saved: SavedReport): Promise<SavedReport> {
  const withLog = await deps.enrich(asked(deps, saved));
  for (const { kind } of withLog.lookups) deps.metrics?.lookedUp(kind);
  // What was once read stays, also when it cannot be read a second time.
  const isWorse = !tellsMore(withLog) && tellsMore(saved.withLog);
  return isWorse ? saved : { ...saved, withLog };
}

/** Something that only StackOne told is in it, of a request or of an account. */
export function tellsMore(withLog: Report | null): boolean {
  return withLog !== null && (withLog.log !== null || withLog.evidence.accounts.length > 0);
}

/** What an answer says of itself, to somebody who may see as much of it. */
export function notesFor(
  { notes = [], accountId, withLog }: SavedReport,
  verdict: LogVerdict,
): readonly string[] {
  return verdict.kind === 'allowed' && accountId !== undefined && tellsMore(withLog)
    ? [
        ...notes,
        `No account is named here, so I asked for ${accountId}, from this channel's settings.`,
      ]
    : notes;
}

export interface Answer {
  /** What may be shown here. */
  readonly report: Report;
  readonly where: Whereabouts;
  /** What the buttons carry. */
  readonly value: string;
  readonly coming?: CardOptions['coming'];
  readonly sharedBy?: string;
  /** What was read, and what could not be. */
  readonly notes?: readonly string[] | undefined;
}

/** The card as a message, with the buttons that work where it stands. */
export function drawAnswer(deps: SlackDeps, answer: Answer): Message {
  const { report, where, value, coming, sharedBy, notes } = answer;
  const card = composeCard(report, { audience: where.isPrivate ? 'private' : 'shared', coming });
  return renderCard(card, {
    buttonValue: value,
    buttons: buttonsFor(deps, answer),
    logLink: logLinkOf(deps, report),
    isPending: coming === 'running',
    logLabel: showLabel(report),
    pending: pendingAccount(report),
    sharedBy,
    notes,
  });
}

function buttonsFor(
  deps: SlackDeps,
  { report, where, coming, sharedBy }: Answer,
): readonly ButtonName[] {
  const { requestIds, accounts } = report.evidence;
  const isAnswer = report.diagnoses.length > 0 || requestIds.length + accounts.length > 0;
  // A direct message has no channel to share in.
  const canShare =
    where.isPrivate &&
    sharedBy === undefined &&
    where.channelId !== null &&
    !where.channelId.startsWith('D');
  return [
    ...(coming === 'offered' ? (['log'] as const) : []),
    // The log is in the report only where it may be seen.
    ...(deps.canRecheck(report) ? (['recheck', 'watch'] as const) : []),
    ...(isAnswer && canShare ? (['share'] as const) : []),
    ...(isAnswer ? (['escalate'] as const) : []),
    ...(report.diagnoses.length > 0 ? (['why', 'missed', 'helped'] as const) : []),
  ];
}

function logLinkOf({ settings }: SlackDeps, { log }: Report): string | undefined {
  if (settings.logLinkTemplate === undefined || log === null) return undefined;
  return settings.logLinkTemplate
    .replaceAll('{requestId}', encodeURIComponent(log.requestId))
    .replaceAll('{accountId}', encodeURIComponent(log.accountId ?? ''));
}

/** What came of a question, for the one line that it leaves in the log. */
export function outcomeOf(report: Report): string {
  const [first] = report.diagnoses;
  return first === undefined || first.confidence < 0.5 ? 'abstained' : 'answered';
}
