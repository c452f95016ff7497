import type { Report } from '../report/report.ts';
import type { SlackDeps } from './deps.ts';

/** Where an answer was given; kept with the report, so that its buttons know in another process. */
export interface Whereabouts {
  readonly teamId: string;
  readonly channelId: string | null;
  /** Of the thread that the answer is in; `null` for a private one. */
  readonly threadTs: string | null;
  /** Who asked. */
  readonly userId: string;
  readonly isPrivate: boolean;
  /** Another company can read along. */
  readonly isShared: boolean;
}

/** Where only the one who asks sees the answer. */
export function privateWhere(
  place: Pick<Whereabouts, 'teamId' | 'channelId' | 'userId'>,
): Whereabouts {
  return { ...place, threadTs: null, isPrivate: true, isShared: false };
}

/**
 * Both answers are kept, the one without the request log and the one with it, because the next who presses a button may
 * not be allowed to see what the log told. Which of them somebody is shown, `reportFor` decides each time.
 */
export interface SavedReport {
  /** From the paste and the tables alone. */
  readonly report: Report;
  /** The same after the last look-up; `null` while none has come back. */
  readonly withLog: Report | null;
  readonly where: Whereabouts;
  /** What was read beside the question's own words, and what could not be: sentences, as data. */
  readonly notes?: readonly string[] | undefined;
  /**
   * The account that the channel's settings mean. In no report but the one with the log, so that nobody is shown it, or
   * what it tells, who may not see logs.
   */
  readonly accountId?: string | undefined;
  /** When its question was last edited. */
  readonly editedTs?: string | undefined;
}

/** Raised when the shape of what is kept changes; an older one gets a calm sentence. */
const VERSION = 2;

/** Keeps a redacted report under a random id. @returns what its buttons carry: `v2:<id>` */
export async function saveReport({ store }: SlackDeps, saved: SavedReport): Promise<string> {
  const { where } = saved;
  const id = await store.reports.save({
    teamId: where.teamId,
    json: JSON.stringify(saved satisfies SavedReport),
    version: VERSION,
    channelId: where.channelId,
    userId: where.userId,
    audience: where.isPrivate ? 'private' : 'shared',
  });
  return `v${VERSION}:${id}`;
}

export async function replaceReport(
  { store }: SlackDeps,
  value: string,
  saved: SavedReport,
): Promise<void> {
  const id = idOf(value);
  if (id === undefined) return;
  const json = JSON.stringify(saved satisfies SavedReport);
  await store.reports.replace(id, saved.where.teamId, json);
}

/** @returns `undefined` for a value that is not ours, and for a report that is gone or another team's */
export async function findReport(
  { store }: SlackDeps,
  value: unknown,
  teamId: string,
): Promise<SavedReport | undefined> {
  const id = typeof value === 'string' ? idOf(value) : undefined;
  const found = id === undefined ? undefined : await store.reports.find(id, teamId);
  // Only what we wrote ourselves is under such an id; its shape goes with its version.
  return found === undefined || found.version !== VERSION
    ? undefined
    : (JSON.parse(found.json) as SavedReport);
}

export function idOf(value: string): string | undefined {
  return /^v2:([A-Za-z0-9_-]{16,100})$/.exec(value)?.[1];
}

export interface RecentReport {
  readonly saved: SavedReport;
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** What somebody asked lately, newest first. */
export async function findRecent(
  { store }: SlackDeps,
  of: { readonly teamId: string; readonly userId: string; readonly limit: number },
): Promise<readonly RecentReport[]> {
  const found = await store.reports.recent(of);
  return found
    .filter(({ version }) => version === VERSION)
    .map(({ id, json, createdAt }) => ({
      saved: JSON.parse(json) as SavedReport,
      value: `v${VERSION}:${id}`,
      createdAt,
    }));
}
