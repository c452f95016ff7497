import type { Evidence } from '../evidence/evidence.ts';
import { failureWords } from '../evidence/failure-words.ts';
import type { AccountOutcome } from '../evidence/linked-account.ts';

const MAX_ACCOUNTS = 3;

/** Statuses that an account's own state explains: its integration is off, its sign-in has run out, it may not do that. */
const SETTLED_BY_ACCOUNT = new Set([401, 403, 412]);

/** The accounts whose state decides, or that are all there is to ask about. */
export function accountsToAsk({ calls, accountIds, requestIds }: Evidence): readonly string[] {
  const failed = calls.filter((call) => call.failed);
  const deciding = failed.flatMap(({ accountId, platformStatus, providerErrors }) =>
    accountId !== null &&
    [platformStatus, ...providerErrors.map(({ status }) => status)].some(
      (status) => status !== null && SETTLED_BY_ACCOUNT.has(status),
    )
      ? [accountId]
      : [],
  );
  const alone = calls.length === 0 && requestIds.length === 0 ? accountIds : [];
  return [...new Set([...deciding, ...alone])].slice(0, MAX_ACCOUNTS);
}

/** Pure: evidence and look-ups in, evidence out. */
export function takeAccounts(evidence: Evidence, outcomes: readonly AccountOutcome[]): Evidence {
  const accounts = outcomes.flatMap((outcome) =>
    outcome.kind === 'found' ? [outcome.account] : [],
  );
  return {
    ...evidence,
    accounts,
    aboutPlatform: evidence.aboutPlatform || accounts.length > 0,
    gaps: [
      ...evidence.gaps,
      ...outcomes.flatMap((outcome) =>
        outcome.kind === 'found'
          ? []
          : [
              {
                wanted: `account ${outcome.accountId}`,
                because: failureWords(outcome, 'account'),
              },
            ],
      ),
    ],
  };
}
