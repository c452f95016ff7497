import type { WebClient } from '@slack/web-api';
import { ANSWER_FROM } from '../../report/compose-card.ts';
import type { RedactionCount, Report } from '../../report/report.ts';
import { answerWith } from '../answer-privately.ts';
import type { BotDeps } from '../deps.ts';
import { readSources } from '../reading/read-sources.ts';
import { readThread } from '../reading/read-thread.ts';
import type { SavedReport, Whereabouts } from '../saved-report.ts';
import { applySettings } from '../settings/apply.ts';
import type { ChannelSettings } from '../settings/settings.ts';
import type { Question } from './question.ts';

export interface Reading {
  readonly question: Question;
  readonly where: Whereabouts;
  /** Of the channel that it was asked in. */
  readonly settings: ChannelSettings;
  /** Of its job: what Slack slows down is read at a later one, a few times. */
  readonly attempt: number;
}

const MAX_PATIENT = 3;

/**
 * A question with everything that it points to: its files, linked messages, and, where it has no failure of its own, the
 * thread that it was asked in.
 */
export async function readQuestion(
  deps: BotDeps,
  client: WebClient,
  asked: Reading,
): Promise<SavedReport> {
  return applySettings(deps, await readAll(deps, client, asked), asked.settings);
}

async function readAll(
  deps: BotDeps,
  client: WebClient,
  { question, where, attempt }: Reading,
): Promise<SavedReport> {
  const comesAgain = attempt <= MAX_PATIENT;
  const { files = [], links = [], report: own, words = '' } = question;
  const bare: SavedReport = { report: own, withLog: null, where };
  const asker = { userId: question.userId, teamId: question.userTeamId };
  if (files.length > 0 || links.length > 0) {
    const sources = await readSources(deps, client, { files, links, asker, where, comesAgain });
    const report =
      sources.texts.length === 0 ? own : withOwn(own, answerWith(deps, words, sources));
    return { ...bare, report, notes: sources.notes };
  }
  if (!asksForThread(question)) return bare;
  const { threadTs, channelId, ts } = question;
  if (threadTs === null) return bare;
  const { report, note } = await readThread(deps, client, {
    channelId,
    threadTs,
    questionTs: ts,
    comesAgain,
  });
  return { ...bare, report: report ?? own, notes: [note] };
}

export function whereOf(question: Question): Whereabouts {
  return {
    teamId: question.teamId,
    channelId: question.channelId,
    threadTs: question.threadTs,
    userId: question.userId,
    isPrivate: question.isDirect,
    isShared: question.isShared,
  };
}

/** A mention in a thread that has nothing of its own to read. In direct messages, words are words. */
function asksForThread({ report, isDirect, threadTs, ts }: Question): boolean {
  return !isDirect && threadTs !== null && threadTs !== ts && saysNothing(report);
}

function saysNothing({ diagnoses, evidence }: Report): boolean {
  const [first] = diagnoses;
  return (first?.confidence ?? 0) < ANSWER_FROM && evidence.requestIds.length === 0;
}

/** What was removed from the question's own words was removed, though they came to the second reading without it. */
function withOwn(own: Report, report: Report): Report {
  return {
    ...report,
    rotateKey: own.rotateKey || report.rotateKey,
    redactions: sum([...own.redactions, ...report.redactions]),
  };
}

function sum(counts: readonly RedactionCount[]): readonly RedactionCount[] {
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    count: counts.reduce((total, one) => total + (one.kind === kind ? one.count : 0), 0),
  }));
}
