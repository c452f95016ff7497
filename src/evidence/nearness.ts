import type { Span } from './evidence.ts';

/** What begins another half of a sentence: `Greenhouse gives 404 and Lever gives 401`. */
const BREAK =
  /[,;\n(&]|[.!?](?= )|\b(?:and|but|while|whereas|because|und|aber|weil|et|mais|y|pero|porque|e|mas|ma|en|maar|oraz|ale|og|och)\b/gi;

/** As many characters a break counts for: what is further apart stands in different halves. */
export const BREAK_CHARS = 60;

/** How far a name stands from a status, in characters; a comma, a new line or an `and` between them counts as far. */
export function distanceTo([start, end]: Span, [from, to]: Span, text: string): number {
  const [left, right] = from < start ? [to, start] : [end, from];
  if (left >= right) return 0;
  const breaks = text.slice(left, Math.min(right, left + 400)).match(BREAK)?.length ?? 0;
  return right - left + breaks * BREAK_CHARS;
}
