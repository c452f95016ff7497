import type { Report } from '../../report/report.ts';

/**
 * A question that waits in the store. The report is made before it is stored, since only the report is free of what must
 * not be kept; looking up, posting and editing come after.
 */
export interface Question {
  readonly teamId: string;
  readonly channelId: string;
  readonly ts: string;
  readonly threadTs: string;
  readonly userId: string;
  /** `null` where Slack does not say. */
  readonly userTeamId: string | null;
  readonly isDirect: boolean;
  /** Another company can read along. */
  readonly isShared: boolean;
  /** From the tables, redacted. */
  readonly report: Report;
}
