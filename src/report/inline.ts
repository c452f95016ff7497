import type { Inline, Rich } from './card.ts';

export const text = (value: string): Inline => ({ kind: 'text', text: value });
export const code = (value: string): Inline => ({ kind: 'code', text: value });
export const strong = (value: string): Inline => ({ kind: 'strong', text: value });
export const emphasis = (value: string): Inline => ({ kind: 'emphasis', text: value });
export const time = (at: string): Inline => ({ kind: 'time', at });

/** A sentence of our tables: what stands between backticks is code, between single asterisks emphasis; the rest is text. */
export function readMarks(sentence: string): Rich {
  const parts = sentence.split(/(`[^`\n]{1,200}`|(?<![\w*])\*[^*\n]{1,120}\*(?![\w*]))/);
  return parts.flatMap((part) => {
    if (part === '') return [];
    if (part.length > 2 && part.startsWith('`') && part.endsWith('`'))
      return [code(part.slice(1, -1))];
    if (part.length > 2 && part.startsWith('*') && part.endsWith('*'))
      return [emphasis(part.slice(1, -1))];
    return [text(part)];
  });
}

/** The words alone, for places that know no marks. */
export function plain(rich: Rich): string {
  return rich
    .map((inline) => (inline.kind === 'time' ? plainTime(inline.at) : inline.text))
    .join('');
}

/** `2026-11-23 05:00:00 UTC`; what is no time is given back as it is. */
export function plainTime(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? at
    : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `0.8 s` from a second on, else `820 ms`. */
export function duration(ms: number): string {
  return ms >= 1_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms)} ms`;
}

export function join(parts: readonly Rich[], separator: string): Rich {
  return parts.flatMap((part, at) => (at === 0 ? part : [text(separator), ...part]));
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : /(?:s|x|ch|sh)$/.test(noun) ? 'es' : 's'}`;
}
