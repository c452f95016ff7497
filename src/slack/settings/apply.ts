import type { Report } from '../../report/report.ts';
import type { SlackDeps } from '../deps.ts';
import type { SavedReport } from '../saved-report.ts';
import type { ChannelSettings } from './settings.ts';

/**
 * An answer with the provider that is meant in its channel, where the paste names none, and a note that says where it
 * comes from. The account is only remembered: it is asked for when it may be, and stands in no answer before.
 */
export function applySettings(
  deps: SlackDeps,
  saved: SavedReport,
  { provider, accountId }: ChannelSettings,
): SavedReport {
  const report =
    provider === null ? saved.report : deps.assume(saved.report, { provider: provider.key });
  const isOther = provider !== null && telling(report) !== telling(saved.report);
  const shown = isOther ? report : saved.report;
  const named = shown.evidence.providers;
  const isMeant =
    accountId !== null &&
    named.every((one) => one === provider?.key) &&
    deps.wantsLog(deps.assume(shown, { accountId })) &&
    !deps.wantsLog(shown);
  return {
    ...saved,
    report: shown,
    ...(isMeant ? { accountId } : {}),
    notes: isOther
      ? [
          ...(saved.notes ?? []),
          `No provider is named here, so I took ${provider.label} from this channel's settings.`,
        ]
      : saved.notes,
  };
}

/** What the answer says: another provider in it that changes nothing is not worth a word. */
function telling({ diagnoses }: Report): string {
  const [first] = diagnoses;
  return first === undefined ? '' : `${first.id} ${first.system}`;
}
