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

export interface SavedReport {
  readonly report: Report;
  readonly where: Whereabouts;
}

/** Raised when the shape of what is kept changes; an older one gets a calm sentence. */
const VERSION = 1;

/** Keeps a redacted report under a random id. @returns what its buttons carry: `v1:<id>` */
export async function saveReport(
  { store }: SlackDeps,
  { report, where }: SavedReport,
): Promise<string> {
  const id = await store.reports.save({
    teamId: where.teamId,
    json: JSON.stringify({ report, where }),
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
  if (id !== undefined) await store.reports.replace(id, saved.where.teamId, JSON.stringify(saved));
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
  return /^v1:([A-Za-z0-9_-]{16,100})$/.exec(value)?.[1];
}
