import type { AccountOutcome } from '../evidence/linked-account.ts';
import type { Asking } from './ask.ts';
import { failureOf } from './failure-of.ts';
import { reduceAccount } from './reduce-account.ts';
import type { Wire } from './wire.ts';

/** One linked account, as far as it may be kept. Never throws. */
export async function fetchAccount(
  accountId: string,
  {
    wire,
    ask,
    deadlineMs,
  }: {
    readonly wire: Wire;
    readonly ask: Asking;
    readonly deadlineMs: number;
  },
): Promise<AccountOutcome> {
  const answer = await ask(
    (signal) =>
      wire.GET('/accounts/{id}', {
        params: { path: { id: accountId } },
        parseAs: 'text',
        signal,
      }),
    2,
  );
  const account = answer.kind === 'ok' ? reduceAccount(answer.body, accountId) : undefined;
  if (account !== undefined) return { kind: 'found', accountId, account };
  if (answer.kind === 'status' && (answer.status === 404 || answer.status === 410))
    return { kind: 'not-found', accountId };
  return { accountId, ...failureOf(answer, deadlineMs) };
}
