import { startsWord } from '../boundary.ts';
import { createEdits } from '../edits.ts';
import type { Rule } from '../rule.ts';
import { shapes } from '../shapes/index.ts';
import type { Shape } from '../shapes/shape.ts';

interface Candidate extends Shape {
  readonly head: string;
  readonly rest: RegExp;
}

interface Token {
  readonly kind: string;
  readonly end: number;
}

/** Up to where a candidate need not be tried again: what is no token as a whole holds none of its kind further on. */
type Refused = Map<Candidate, number>;

const candidates: readonly Candidate[] = shapes.flatMap((shape) => {
  const rest = new RegExp(shape.tail, 'y');
  return shape.heads.map((head) => ({ ...shape, head, rest }));
});
const BITS = 7;
const MASK = (1 << (2 * BITS)) - 1;
/** ASCII as it is, anything else 0, which begins nothing. As long as there are code units: no branch in the scan. */
const CODES = Uint8Array.from({ length: 65_536 }, (_, unit) => (unit < 128 ? unit : 0));
/**
 * By the first two letters of the head. A look into this for each letter is all that most of a paste costs, and more
 * shapes make it no slower.
 */
const byPair = groupByPair();
const isPair = Uint8Array.from(byPair, (found) => (found === undefined ? 0 : 1));
/** How `+`, `/`, `=` and `~` go on in a query. */
const ESCAPED_REST = /(?:%(?:2[BF]|3D|7E)[\w.~+/=-]*)+/iy;
/** What a template or a log puts in the place of the secret part. */
const STAND_IN = /^[xX*.#_-]+$/;

/** Tokens known by their look alone, wherever they stand. */
export const keyShapes: Rule = {
  name: 'key-shapes',
  patterns: [ESCAPED_REST, ...new Set(candidates.map(({ rest }) => rest))],
  applies: () => true,
  apply(text, mask) {
    const edits = createEdits(text);
    const refused: Refused = new Map();
    for (let at = nextPair(text, 0); at < text.length; at = nextPair(text, at + 1)) {
      const token = tokenAt(text, at, refused);
      if (token === undefined) continue;
      edits.replace(at, token.end, mask(token.kind, text.slice(at, token.end)));
      at = token.end - 1;
    }
    return edits.result();
  },
};

/** The kind of a value that is one such token and nothing else. */
export function shapeOf(value: string): string | undefined {
  const token = tokenAt(value, 0, new Map());
  return token?.end === value.length ? token.kind : undefined;
}

function tokenAt(text: string, at: number, refused: Refused): Token | undefined {
  const found = byPair[pairAt(text, at)];
  if (found === undefined || !startsWord(text, at)) return undefined;
  for (const candidate of found) {
    if (at < (refused.get(candidate) ?? 0)) continue;
    const end = endOf(candidate, text, at);
    if (end === undefined) continue;
    if (isToken(candidate, text, at, end)) return { kind: candidate.kind, end };
    refused.set(candidate, end);
  }
  return undefined;
}

function endOf({ head, rest }: Candidate, text: string, at: number): number | undefined {
  if (!text.startsWith(head, at)) return undefined;
  rest.lastIndex = at + head.length;
  if (!rest.test(text)) return undefined;
  ESCAPED_REST.lastIndex = rest.lastIndex;
  return ESCAPED_REST.test(text) ? ESCAPED_REST.lastIndex : rest.lastIndex;
}

function isToken({ head, accepts }: Candidate, text: string, at: number, end: number): boolean {
  if (STAND_IN.test(text.slice(at + head.length, end))) return false;
  return accepts === undefined || accepts(text.slice(at, end), { text, end });
}

/** The next offset where a head may begin, or the length of the text. */
function nextPair(text: string, from: number): number {
  let pair = CODES[text.charCodeAt(from)] ?? 0;
  for (let second = from + 1; second < text.length; second += 1) {
    pair = ((pair << BITS) | (CODES[text.charCodeAt(second)] ?? 0)) & MASK;
    if (isPair[pair] === 1) return second - 1;
  }
  return text.length;
}

function pairAt(text: string, at: number): number {
  const first = CODES[text.charCodeAt(at)] ?? 0;
  return (first << BITS) | (CODES[text.charCodeAt(at + 1)] ?? 0);
}

function groupByPair(): readonly (readonly Candidate[] | undefined)[] {
  const table = Array.from<Candidate[] | undefined>({ length: MASK + 1 });
  for (const candidate of candidates) {
    const pair = pairAt(candidate.head, 0);
    table[pair] = [...(table[pair] ?? []), candidate];
  }
  return table;
}
