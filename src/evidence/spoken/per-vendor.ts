import type { Fragment } from '../fragment.ts';
import { distanceTo } from '../nearness.ts';
import { type NamedVendor, nameSignal, spanOf } from './vendor-names.ts';

/** Names in a row, with one status for all: more than these are a list of something else. */
const MAX_ROW = 4;

/**
 * `401 on both personio and workday`: one status of several vendors is a call of each; `bamboohr 403 and hibob 403` are
 * two calls, though the status is the same. Only where two or more vendors are named for sure.
 */
export function splitByVendor(
  text: string,
  fragments: readonly Fragment[],
  named: readonly NamedVendor[],
): readonly Fragment[] {
  const vendors = named.filter(({ sure, isTool }) => sure && !isTool);
  if (vendors.length < 2 || fragments.length === 0 || fragments.some(hasProvider)) return fragments;
  const rows = toRows(text, vendors);
  return fragments.flatMap((fragment) => {
    const near = (row: readonly NamedVendor[]): number =>
      Math.min(...row.map((vendor) => distanceTo(fragment.span, spanOf(vendor), text)));
    const nearest = rows.toSorted((one, other) => near(one) - near(other))[0];
    if (nearest === undefined || nearest.length > MAX_ROW) return [fragment];
    return nearest.map((vendor) => ({
      ...fragment,
      provider: vendor.vendor,
      signals: [...fragment.signals, nameSignal(vendor)],
    }));
  });
}

function hasProvider({ provider, providerErrors }: Fragment): boolean {
  return (provider ?? providerErrors) !== undefined;
}

/** Vendors with nothing but `and` or a comma between them. */
function toRows(
  text: string,
  vendors: readonly NamedVendor[],
): readonly (readonly NamedVendor[])[] {
  const rows: NamedVendor[][] = [];
  for (const vendor of vendors.toSorted((one, other) => one.at - other.at)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const isNext = last !== undefined && AND.test(text.slice(spanOf(last)[1], vendor.at));
    if (row !== undefined && isNext) row.push(vendor);
    else rows.push([vendor]);
  }
  return rows;
}

const AND =
  /^(?:[ ,/+&]{1,3}| ?,? (?:and|or|und|oder|et|ou|y|e|o|en|of|i|oraz|och|as well as|plus)(?: also| auch| aussi)? )$/i;
