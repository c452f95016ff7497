import type { Recent } from '../report/recent.ts';
import type { Recheck } from '../report/recheck.ts';
import type { Report } from '../report/report.ts';
import type { LogAccess } from './access.ts';
import type { AcksFirst } from './acks-first.ts';
import type { Identity } from './identify.ts';
import type { People } from './people.ts';
import type { RateLimiter, RateLimits } from './rate-limits.ts';
import type { FileReader } from './reading/read-file.ts';

/** Everything that Slack's room needs of the rest of the bot, as ports: what is handed in fits them by shape. */
export interface SlackDeps {
  /** From the tables, in milliseconds; never throws, whatever the text. */
  answer(text: string): Report;
  /** The same question with what is meant where its paste names none. */
  assume(report: Report, assumed: Assumed): Report;
  /** Asks the request log, for at most 8 s. Never throws for StackOne's faults: `lookups` says what came of it. */
  enrich(report: Report): Promise<Report>;
  /** A request is named that a look-up could tell more of. */
  wantsLog(report: Report): boolean;
  /** The report tells of a failed call whose next try can be looked for. */
  canRecheck(report: Report): boolean;
  /** Looks whether that call works again, for at most 8 s. Never throws for StackOne's faults. */
  recheck(report: Report): Promise<Recheck>;
  /** The latest failures, for at most 8 s. Never throws for StackOne's faults. */
  recent(filter: string): Promise<Recent>;
  redactText(text: string): string;
  readonly store: SlackStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Random and short: people read it aloud. */
  newReference(): string;
  readonly logger: SlackLogger;
  readonly settings: SlackSettings;
  readonly metrics?: SlackMetrics;
}

/** Said by a channel's settings. */
export interface Assumed {
  /** A vendor's short name. */
  readonly provider?: string | undefined;
  readonly accountId?: string | undefined;
}

export interface SlackSettings {
  readonly supportChannel?: string | undefined;
  readonly supportEmail?: string | undefined;
  readonly logAccess: LogAccess;
  /** With `{requestId}` or `{accountId}`. */
  readonly logLinkTemplate?: string | undefined;
  /** A StackOne key is there, so request logs can be read. */
  readonly readsLogs: boolean;
  /** None: no question is too many. */
  readonly rateLimits?: RateLimits | undefined;
  /** Between two messages in one channel; 0: as they come. */
  readonly messageEveryMs?: number | undefined;
  /** How long a command waits for the log before it answers without. */
  readonly waitForLogMs: number;
}

export interface SlackLogger {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

export interface SlackMetrics {
  answered(question: {
    readonly surface: string;
    readonly outcome: string;
    readonly durationMs: number;
  }): void;
  lookedUp(outcome: string): void;
}

/** Times are milliseconds of `clock`; every `json`, `body` and `result` is JSON text without secrets. */
export interface SlackStore {
  readonly reports: {
    save(report: {
      readonly teamId: string;
      readonly json: string;
      readonly version: number;
      readonly channelId: string | null;
      readonly userId: string | null;
      readonly audience: string;
    }): Promise<string>;
    find(
      id: string,
      teamId: string,
    ): Promise<{ readonly json: string; readonly version: number } | undefined>;
    replace(id: string, teamId: string, json: string): Promise<boolean>;
    recent(of: {
      readonly teamId: string;
      readonly userId: string;
      readonly limit: number;
    }): Promise<
      readonly {
        readonly id: string;
        readonly json: string;
        readonly version: number;
        readonly createdAt: number;
      }[]
    >;
  };
  readonly inbox: WorkQueue & {
    receive(event: {
      readonly teamId: string;
      readonly eventId: string;
      readonly dedupeKey: string;
      readonly kind: string;
      readonly body: string;
    }): Promise<'new' | 'known'>;
    find(event: {
      readonly teamId: string;
      readonly dedupeKey: string;
    }): Promise<{ readonly state: string; readonly result: string | null } | undefined>;
  };
  readonly feedback: {
    /** @returns whether it is new: each person once for each report and kind */
    add(feedback: {
      readonly teamId: string;
      readonly reportId: string;
      readonly userId: string;
      readonly kind: string;
      readonly json: string;
    }): Promise<boolean>;
  };
  readonly channelSettings: {
    find(of: {
      readonly teamId: string;
      readonly channelId: string;
    }): Promise<{ readonly version: number; readonly json: string } | undefined>;
    save(settings: {
      readonly teamId: string;
      readonly channelId: string;
      readonly version: number;
      readonly json: string;
      readonly userId: string;
    }): Promise<void>;
  };
  deleteTeam(teamId: string): Promise<void>;
  readonly outbox: WorkQueue & {
    add(job: NewWork): Promise<boolean>;
  };
  readonly cases: {
    open(wanted: {
      readonly teamId: string;
      readonly reference: string;
      readonly dedupeKey: string;
      readonly reportId: string | null;
      readonly channelId: string | null;
      readonly userId: string | null;
      readonly json: string;
      readonly outbox: Omit<NewWork, 'teamId'>;
    }): Promise<{ readonly case: { readonly reference: string }; readonly isNew: boolean }>;
    find(reference: string, teamId: string): Promise<{ readonly state: string } | undefined>;
    update(
      reference: string,
      teamId: string,
      change: { readonly state: string; readonly result?: string | null },
    ): Promise<boolean>;
  };
  readonly claims: {
    claimOnce(claim: {
      readonly teamId: string;
      readonly key: string;
      readonly ttlMs: number;
    }): Promise<boolean>;
    release(claim: { readonly teamId: string; readonly key: string }): Promise<void>;
  };
}

export interface NewWork {
  readonly teamId: string;
  readonly kind: string;
  readonly dedupeKey: string;
  readonly body: string;
  readonly runAt?: number;
}

export interface WorkLease {
  readonly id: string;
  readonly owner: string;
  /** 1 for the first. */
  readonly attempt: number;
}

export interface Work extends WorkLease {
  readonly teamId: string;
  readonly kind: string;
  readonly body: string;
  /** What `markSent` left: it was sent already. */
  readonly result: string | null;
}

export interface WorkQueue {
  claim(owner: string, leaseMs: number, kinds?: readonly string[]): Promise<Work | undefined>;
  renew(job: WorkLease, leaseMs: number): Promise<boolean>;
  finish(job: WorkLease): Promise<boolean>;
  retry(job: WorkLease, next: { readonly runAt: number; readonly error: string }): Promise<boolean>;
  giveUp(job: WorkLease, reason: string): Promise<boolean>;
  /** A fact: it counts even when the lease is lost. */
  markSent(job: WorkLease, result: string): Promise<boolean>;
}

/** Handed to listeners and workers: the ports, whose bot this is, and what Slack lets it see. */
export interface BotDeps extends SlackDeps {
  /** The workspace that installed the bot: never read off a delivery, which names the acting person's own. */
  homeTeamId(): string;
  /** Once started. */
  identity(): Identity | undefined;
  readonly people: People;
  readonly readFile: FileReader;
  readonly limiter: RateLimiter;
  readonly acksFirst: AcksFirst;
}
