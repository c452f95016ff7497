import type { AccountReason, LinkedAccount } from '../evidence/linked-account.ts';
import { wireAccount, wireAccountReason, wrapped } from './account-schema.ts';
import { readName, readTime } from './log-values.ts';
import { scrub } from './scrub.ts';

const MAX_REASONS = 5;
const MAX_REASON_CHARS = 200;

/**
 * Takes from an answer what may be kept of a linked account: never credentials, set-up, owner, label or user name.
 * Never throws.
 *
 * @param body - the parsed answer, with or without `data` around the account
 * @returns `undefined` when it is no account, or another than was asked for
 */
export function reduceAccount(body: unknown, accountId: string): LinkedAccount | undefined {
  const wire = wireAccount.parse(wrapped.safeParse(body).data?.data ?? body);
  if (wire === null || wire.id !== accountId) return undefined;
  const status = wire.status?.trim().toLowerCase() ?? '';
  if (!/^[a-z][a-z_-]{1,30}$/.test(status)) return undefined;
  const reasons = wire.status_reasons
    .slice(0, 50)
    .flatMap((reason) => readReason(reason))
    .toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))
    .slice(0, MAX_REASONS);
  return {
    id: accountId,
    provider: readName(wire.provider),
    status,
    reasons,
    // An active account has no reason; when it became so is not told.
    since: status === 'active' ? null : (reasons[0]?.at ?? null),
  };
}

function readReason(value: unknown): readonly AccountReason[] {
  const wire = wireAccountReason.parse(value);
  if (wire === null) return [];
  const text = wire.description === null ? '' : scrub(wire.description.slice(0, 2_000));
  const words = text.replace(/\s+/g, ' ').trim();
  const short =
    words.length > MAX_REASON_CHARS ? `${words.slice(0, MAX_REASON_CHARS - 1)}…` : words;
  const code = readName(wire.code);
  return code === null && short === ''
    ? []
    : [{ code, text: short === '' ? null : short, at: readTime(wire.timestamp) }];
}
