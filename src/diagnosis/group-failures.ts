import { operationOf } from '../evidence/reach.ts';
import type { RecentRequest } from '../evidence/recent-requests.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** Failed requests with the same cause, as far as their rows tell it. */
export interface FailureGroup {
  /** Of the entry; `null` where the tables have none for the status. */
  readonly id: string | null;
  readonly title: string;
  readonly status: number;
  /** The vendor's short name, or StackOne's key for it. */
  readonly provider: string | null;
  readonly count: number;
  readonly accounts: number;
  /** The newest of them: what a look at the group begins with. */
  readonly newest: { readonly requestId: string; readonly at: string; readonly operation: string };
}

const MAX_GROUPS = 10;

/** Groups rows by status and provider, the newest first. Pure. */
export function groupFailures(
  rows: readonly RecentRequest[],
  knowledge: Knowledge,
): readonly FailureGroup[] {
  const groups = new Map<string, RecentRequest[]>();
  for (const row of rows) {
    if (row.status < 400) continue;
    const key = `${row.status} ${row.provider ?? ''}`;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [row]);
    else own.push(row);
  }
  return [...groups.values()]
    .flatMap((group) => toGroup(group, knowledge))
    .toSorted((one, other) => other.newest.at.localeCompare(one.newest.at))
    .slice(0, MAX_GROUPS);
}

function toGroup(rows: readonly RecentRequest[], knowledge: Knowledge): readonly FailureGroup[] {
  const newest = rows.reduce<RecentRequest | undefined>(
    (best, row) => (best === undefined || row.at > best.at ? row : best),
    undefined,
  );
  if (newest === undefined) return [];
  const { status, provider } = newest;
  // Of a row only StackOne's own status is known; what the provider said stands in the log of the request.
  const entry =
    knowledge.entries.get(`stackone/${status}`) ?? knowledge.entries.get(`http/${status}`);
  return [
    {
      id: entry?.id ?? null,
      title: entry?.title ?? `StackOne answered ${status}`,
      status,
      provider,
      count: rows.length,
      accounts: new Set(rows.map(({ accountId }) => accountId)).size,
      newest: { requestId: newest.requestId, at: newest.at, operation: operationOf(newest) },
    },
  ];
}
