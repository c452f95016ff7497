import type { Report } from '../../report/report.ts';
import type { MessageLink } from '../reading/message-link.ts';
import type { FileRef } from '../reading/read-message.ts';

/**
 * A question that waits in the store. The report is made before it is stored, since only the report is free of what must
 * not be kept; looking up, opening files, posting and editing come after.
 */
export interface Question {
  readonly teamId: string;
  /** A user's ID stands for the direct messages with them. */
  readonly channelId: string;
  /** Of the message; of a form, when it was sent. */
  readonly ts: string;
  /** Of the thread that the answer goes to; `null` where there is none, as for a form. */
  readonly threadTs: string | null;
  readonly userId: string;
  /** `null` where Slack does not say. */
  readonly userTeamId: string | null;
  readonly isDirect: boolean;
  /** Another company can read along. */
  readonly isShared: boolean;
  /** From the tables and the question's own words, redacted. */
  readonly report: Report;
  /** Its own words, redacted, only where there is more to be read with them. */
  readonly words?: string;
  /** Still to be opened. */
  readonly files?: readonly FileRef[];
  readonly links?: readonly MessageLink[];
  /** It says nothing, or asks for help. */
  readonly isHelp?: boolean;
}

/** A message is one question, however it comes. */
export function keyOf(channelId: string, ts: string): string {
  return `${channelId}:${ts}`;
}

/** The answer as it stands in its thread; kept with the job. */
export interface Given {
  /** What its buttons carry. */
  readonly value: string;
  readonly ts: string;
}
