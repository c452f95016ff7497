import type { WebClient } from '@slack/web-api';
import type { Report } from '../../../report/report.ts';
import { isMember } from '../../access.ts';
import type { BotDeps } from '../../deps.ts';
import { logVerdict } from '../../log-verdict.ts';
import { findReport, type Whereabouts } from '../../saved-report.ts';
import { whereNow } from '../../where-now.ts';
import { type Click, GONE, OUTSIDER, UNSEEN } from './acting.ts';

export type Checkable =
  | {
      readonly kind: 'yes';
      /** With its log. */
      readonly report: Report;
      readonly where: Whereabouts;
      readonly value: string;
    }
  | { readonly kind: 'no'; readonly because: string };

/** What a click on *Check again* or *Watch* is about, if the one who presses may see what it brings. Asked each time. */
export async function checkable(
  deps: BotDeps,
  client: WebClient,
  { person, teamId, value }: Click,
): Promise<Checkable> {
  if (!isMember(person, teamId)) return no(OUTSIDER);
  const saved = await findReport(deps, value, teamId);
  if (saved === undefined || value === undefined) return no(GONE);
  const where = await whereNow(deps, client, saved.where);
  if (where === undefined) return no(UNSEEN);
  const verdict = await logVerdict(deps, person, where);
  if (verdict.kind === 'not-allowed') return no(verdict.ask);
  const report = saved.withLog ?? saved.report;
  if (!deps.canRecheck(report)) return no(NO_CALL);
  return { kind: 'yes', report, where, value };
}

const NO_CALL =
  'This answer does not tell which call of which account failed, so I cannot look for the next one. Ask me with the request ID.';

function no(because: string): Checkable {
  return { kind: 'no', because };
}
