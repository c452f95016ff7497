/**
 * What the rest of the bot sees of the store. Times are milliseconds of the handed-in clock; every `json`, `body` and
 * `result` is JSON text, redacted by the caller, at most 512 KB as UTF-8. Whatever does not fit is refused with a
 * StoreInputError; a stored row that is not ours throws a StoreRowError.
 */
export interface Store {
  readonly reports: Reports;
  /** What Slack delivered, persisted before it is acknowledged. */
  readonly inbox: Inbox;
  /** What must be sent, once, and is never lost. */
  readonly outbox: Outbox;
  readonly cases: Cases;
  readonly claims: Claims;
  readonly feedback: Feedback;
  readonly channelSettings: ChannelSettingsStore;
  /** Deletes what is past its time, in small steps, so that it may run beside the bot's work. */
  sweep(): Promise<SweepCounts>;
  /** Deletes everything of a team, at once. */
  deleteTeam(teamId: string): Promise<void>;
  /** Rejects when the database cannot be read. */
  ping(): Promise<void>;
  /** May be called twice. What is under way is finished first. */
  close(): Promise<void>;
}

export interface StoredReport {
  readonly id: string;
  readonly teamId: string;
  readonly json: string;
  /** Of the JSON's own shape, so that an old one is known as such. */
  readonly version: number;
  readonly channelId: string | null;
  readonly userId: string | null;
  /** The caller's word for who may see it. */
  readonly audience: string;
  readonly createdAt: number;
}

export interface Reports {
  /** @returns a random, URL-safe id of at least 128 bits */
  save(report: Omit<StoredReport, 'id' | 'createdAt'>): Promise<string>;
  /** @returns `undefined` when there is none, when it is too old, and when it belongs to another team */
  find(id: string, teamId: string): Promise<StoredReport | undefined>;
  /** Somebody's own, newest first. */
  recent(of: {
    readonly teamId: string;
    readonly userId: string;
    /** At most 50. */
    readonly limit: number;
  }): Promise<readonly StoredReport[]>;
  /** Its age stays as it was. @returns whether there was one to replace */
  replace(id: string, teamId: string, json: string): Promise<boolean>;
}

/** One piece of work, leased. What it is worth ends when its lease does: see {@link Queue.claim}. */
export interface Job {
  readonly id: string;
  readonly teamId: string;
  readonly kind: string;
  readonly dedupeKey: string;
  readonly body: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly owner: string;
  /** What {@link Queue.markSent} left; a job that has it was sent already and only needs finishing. */
  readonly result: string | null;
  /** What went wrong in the attempt before. */
  readonly lastError: string | null;
  readonly createdAt: number;
}

export type InboxItem = Job;
export type OutboxItem = Job;

/** What of a job says whose lease it is. */
export type Lease = Pick<Job, 'id' | 'owner' | 'attempt'>;

export interface Backlog {
  /** Waiting for their turn, or for their next attempt. */
  readonly pending: number;
  readonly leased: number;
  readonly dead: number;
  /** When the longest waiting one was due; `null` when none waits. */
  readonly oldestDueAt: number | null;
}

/** Work that survives a crash. A lease that ran out is taken over; whoever lost it is told `false` and changes nothing. */
export interface Queue {
  /**
   * Leases the job that has been due longest.
   *
   * @param owner - names the process, for the logs; two processes should differ
   * @param leaseMs - after this long without `finish`, `retry`, `giveUp` or `renew`, others may take the job over
   * @param kinds - only these, where given
   */
  claim(owner: string, leaseMs: number, kinds?: readonly string[]): Promise<Job | undefined>;
  /** Holds on to the job, counted from now. Ask before a step that must not happen twice. */
  renew(job: Lease, leaseMs: number): Promise<boolean>;
  /** Done: its body is forgotten, its dedupe key is kept for two days. */
  finish(job: Lease): Promise<boolean>;
  retry(job: Lease, next: { readonly runAt: number; readonly error: string }): Promise<boolean>;
  /** Never tried again; kept until the retention ends, for people to look at. */
  giveUp(job: Lease, reason: string): Promise<boolean>;
  /**
   * Records that it was sent, and as what (such as channel and `ts`). This is a fact, so it counts even when the lease
   * is lost.
   *
   * @returns whether this call recorded it; the first result stays
   */
  markSent(job: Lease, result: string): Promise<boolean>;
  backlog(): Promise<Backlog>;
}

export interface Inbox extends Queue {
  /**
   * @param event.eventId - Slack's, the same when it is delivered again
   * @param event.dedupeKey - what the event is about, such as channel and `ts`: a mention in a channel where the bot
   *   also reads messages arrives as two events
   * @returns `known` when either key was received before
   */
  receive(event: {
    readonly teamId: string;
    readonly eventId: string;
    readonly dedupeKey: string;
    readonly kind: string;
    readonly body: string;
  }): Promise<'new' | 'known'>;
  /** @returns `undefined` when no event was about that, or when it was done more than two days ago */
  find(event: {
    readonly teamId: string;
    readonly dedupeKey: string;
  }): Promise<Received | undefined>;
}

/** What became of an event. */
export interface Received {
  readonly state: 'pending' | 'leased' | 'done' | 'dead';
  /** What {@link Queue.markSent} left. */
  readonly result: string | null;
}

export interface NewJob {
  readonly teamId: string;
  readonly kind: string;
  readonly dedupeKey: string;
  readonly body: string;
  /** Not before; at once if left out. */
  readonly runAt?: number;
}

export interface Outbox extends Queue {
  /** @returns whether it is new; a known one is left as it is */
  add(job: NewJob): Promise<boolean>;
}

export interface StoredCase {
  readonly teamId: string;
  /** What people call it by; unique in its team. */
  readonly reference: string;
  readonly reportId: string | null;
  readonly channelId: string | null;
  readonly userId: string | null;
  readonly json: string;
  /** `open` at first; after that the caller's word. */
  readonly state: string;
  readonly result: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface NewCase
  extends Pick<StoredCase, 'teamId' | 'reference' | 'reportId' | 'channelId' | 'userId' | 'json'> {
  /** Such as report and submitting view: the same submit twice is one case. */
  readonly dedupeKey: string;
  /** The job that delivers the case, stored with it or not at all. */
  readonly outbox: Omit<NewJob, 'teamId'>;
}

export interface Cases {
  /**
   * @returns the case, and whether this call opened it; a second submit is given the first case
   * @throws StoreConflictError when the job's dedupe key belongs to another job
   */
  open(wanted: NewCase): Promise<{ readonly case: StoredCase; readonly isNew: boolean }>;
  find(reference: string, teamId: string): Promise<StoredCase | undefined>;
  /** @returns whether there is such a case */
  update(
    reference: string,
    teamId: string,
    change: { readonly state: string; readonly result?: string | null },
  ): Promise<boolean>;
}

export interface Claims {
  /**
   * For what may be delivered twice and must be answered once, such as a click.
   *
   * @returns `true` for the first caller within `ttlMs`, in any process
   */
  claimOnce(claim: {
    readonly teamId: string;
    readonly key: string;
    readonly ttlMs: number;
  }): Promise<boolean>;
  /** Gives a claim back, because what it was for did not happen: the next caller is the first again. */
  release(claim: { readonly teamId: string; readonly key: string }): Promise<void>;
}

export interface StoredFeedback {
  readonly teamId: string;
  /** The answer that it is about; it may be gone. */
  readonly reportId: string;
  readonly userId: string;
  /** The caller's word, such as `helped` or `missed`. */
  readonly kind: string;
  readonly json: string;
  readonly createdAt: number;
}

/** What people said of answers: each person once of each answer and kind. */
export interface Feedback {
  /** @returns whether it is new; a known one is left as it is */
  add(feedback: Omit<StoredFeedback, 'createdAt'>): Promise<boolean>;
  /** Newest first, at most 500. */
  list(of: { readonly teamId: string; readonly kind: string }): Promise<readonly StoredFeedback[]>;
}

export interface StoredChannelSettings {
  readonly teamId: string;
  readonly channelId: string;
  /** Of the shape of `json`. */
  readonly version: number;
  readonly json: string;
  /** Who set them last. */
  readonly userId: string;
  readonly updatedAt: number;
}

/** One row for each channel that somebody has set something for; kept until the team is gone. */
export interface ChannelSettingsStore {
  find(
    of: Pick<StoredChannelSettings, 'teamId' | 'channelId'>,
  ): Promise<StoredChannelSettings | undefined>;
  /** In the place of what was set before. */
  save(settings: Omit<StoredChannelSettings, 'updatedAt'>): Promise<void>;
}

/** How many were deleted. */
export interface SweepCounts {
  readonly reports: number;
  readonly cases: number;
  /** Done and dead ones. */
  readonly jobs: number;
  /** Never done, and untouched for the whole retention: worth a warning. */
  readonly unfinishedJobs: number;
  readonly claims: number;
  readonly feedback: number;
}
