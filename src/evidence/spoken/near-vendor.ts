import { FAILURE_CUES, ORDINARY_WORDS, STOP_WORDS, VENDOR_CUES } from '../everyday.ts';
import type { NamedVendor, VendorContext } from './vendor-names.ts';
import type { Candidate, Word } from './word.ts';

/** A misspelt vendor: one word, or two that belong together. */
export function nearVendor(
  text: string,
  words: readonly Word[],
  { index, numbers, hasStatus }: VendorContext,
): NamedVendor | undefined {
  const isStatus = (at: number): boolean =>
    numbers.some((number) => at >= number.words[0] && at < number.words[1]);
  for (const count of [2, 1]) {
    for (let at = 0; at + count <= words.length; at += 1) {
      const part = words.slice(at, at + count);
      if (
        part.some(
          (word, offset) =>
            isStatus(at + offset) || FAILURE_CUES.has(word.lower) || /\d/.test(word.lower),
        )
      )
        continue;
      if (
        part.some(({ lower }) => ORDINARY_WORDS.has(lower) || VENDOR_CUES.has(lower)) &&
        count === 1
      )
        continue;
      const quote = part.map(({ text }) => text).join(' ');
      if (count > 1 && part.some(({ lower }) => STOP_WORDS.has(lower))) continue;
      // `"success":false` is a key and its value.
      if (count > 1 && !/^[\s-]$/.test(text.slice(part[0]?.end, part[1]?.start))) continue;
      // A name that was spelt right and not meant is not meant as a misspelt one either.
      const isName = index.vendorOfName(quote) !== undefined;
      const isBeside = words.length <= 3 && (isStatus(at - 1) || isStatus(at + 1));
      const vendor = isName
        ? undefined
        : ((quote.length < 4 ? undefined : index.nearVendor(quote)) ??
          (count === 1 && isBeside ? index.vendorOfConsonants(quote) : undefined));
      if (vendor === undefined) continue;
      if (!hasStatus && !hasTypoCue(words, numbers)) continue;
      return {
        vendor,
        at: part[0]?.start ?? 0,
        quote,
        sure: false,
        isTool: index.isEverydayTool(vendor),
      };
    }
  }
  return undefined;
}

/** A guess at a name needs something else that speaks of an API. */
function hasTypoCue(words: readonly Word[], numbers: readonly Candidate[]): boolean {
  return (
    (numbers.length > 0 && words.length <= 12) || words.some(({ lower }) => VENDOR_CUES.has(lower))
  );
}
