import { groupFailures } from './diagnosis/group-failures.ts';
import type { LogReader } from './enrichment/lookups.ts';
import { indexLexicon } from './evidence/lexicon-index.ts';
import type { RecentQuery } from './evidence/recent-requests.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Recent } from './report/recent.ts';

/**
 * `recent [provider|account|status]`. Never throws.
 *
 * @param filter - what stands behind `recent`; empty for everything
 */
export async function recentFailures(
  filter: string,
  { knowledge, logs }: { readonly knowledge: Knowledge; readonly logs: LogReader },
): Promise<Recent> {
  const query = readFilter(filter.trim(), knowledge);
  if (query === undefined) return { kind: 'unknown-filter', word: filter.trim().slice(0, 60) };
  const outcome = await logs.begin().fetchRecent(query);
  if (outcome.kind !== 'found') return outcome;
  const failed = outcome.requests.filter(({ status }) => status >= 400);
  const groups = groupFailures(failed, knowledge);
  return {
    kind: 'found',
    groups,
    read: outcome.requests.length,
    failed: failed.length,
    isCut: outcome.isCut,
    readBackTo: outcome.readBackTo,
    labels: Object.fromEntries(
      groups.flatMap(({ provider }) =>
        provider === null ? [] : [[provider, labelOf(provider, knowledge)] as const],
      ),
    ),
  };
}

function readFilter(filter: string, knowledge: Knowledge): RecentQuery | undefined {
  if (filter === '') return {};
  if (/^[1-5]\d\d$/.test(filter)) return { status: Number(filter) };
  if (/^\d{15,22}$/.test(filter)) return { accountId: filter };
  const vendor = indexLexicon(knowledge.lexicon).vendorOfName(filter);
  const keys = vendor === undefined ? undefined : knowledge.vendors.get(vendor)?.keys;
  return keys === undefined ? undefined : { providers: keys.map(({ key }) => key.toLowerCase()) };
}

function labelOf(key: string, knowledge: Knowledge): string {
  const vendor = indexLexicon(knowledge.lexicon).vendorOfName(key);
  return (vendor === undefined ? undefined : knowledge.labels[vendor]) ?? key;
}
