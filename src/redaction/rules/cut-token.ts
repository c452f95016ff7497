import { startsWord } from '../boundary.ts';
import type { Rule } from '../rule.ts';
import { shapes } from '../shapes/index.ts';

/** The last word of a paste that ends in the middle, with the mark that some programs put there. */
const LAST = /([\w+/=.~$|@:-]{8,400})(?:…|\.\.\.)?["'\s]{0,4}$/;
const MAX_TAIL = 420;
/** Less than this is of no use to anybody. */
const MIN_REST = 8;
/** These begin everyday names too. */
const EVERYDAY = /^(?:test|live|secret|sandbox|production|ext|sc|key|pubkey|v\d)[_.-]$/i;

const heads = shapes
  .flatMap(({ kind, heads }) => heads.map((head) => ({ kind, head })))
  .toSorted((one, other) => other.head.length - one.head.length);

/** A token that a cut paste ends in: too short for its shape, but its beginning tells whose it is. */
export const cutToken: Rule = {
  name: 'cut-token',
  patterns: [LAST],
  applies: (text) => text.length > MIN_REST,
  apply(text, mask) {
    const from = Math.max(0, text.length - MAX_TAIL);
    const last = LAST.exec(text.slice(from));
    const word = last?.[1];
    if (last === null || word === undefined) return text;
    for (let at = 0; at < word.length - MIN_REST; at += 1) {
      const start = from + last.index + at;
      const kind = startsWord(text, start) ? kindOf(word.slice(at)) : undefined;
      if (kind === undefined) continue;
      const end = from + last.index + word.length;
      return text.slice(0, start) + mask(kind, text.slice(start, end)) + text.slice(end);
    }
    return text;
  },
};

function kindOf(token: string): string | undefined {
  const headed = heads.find(
    ({ head }) => token.startsWith(head) && isSecret(head, token.slice(head.length)),
  );
  return (headed ?? MARKED.find(({ pattern }) => pattern.test(token)))?.kind;
}

/**
 * Without a beginning of their own, and cut behind the mark in their middle. Cut before it, what is left is a public ID
 * or four letters, and tells nobody whose it is.
 */
const MARKED: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'azure-secret', pattern: /^[\w~.]{3}\dQ~[\w~.-]{4,36}$/ },
  { kind: 'telegram-token', pattern: /^\d{8,10}:AA[\w-]{6,40}$/ },
  { kind: 'terraform-token', pattern: /^[A-Za-z\d]{14}\.atlasv1\.[\w=-]{4,80}$/ },
];

function isSecret(head: string, rest: string): boolean {
  if (rest.length < MIN_REST || !/[A-Za-z]/.test(rest)) return false;
  if (EVERYDAY.test(head))
    return /^(?:[A-Za-z\d]+|[\w-]+\.[\w.-]*)$/.test(rest) && /\d.*\d/.test(rest);
  const isDense = /\d/.test(rest) && /[A-Z]/.test(rest) && /[a-z]/.test(rest);
  // Parts, as names of files and functions have them too.
  if (/^\w{1,40}[.:]|\//.test(rest)) return /\d/.test(rest) && /[A-Z]/.test(rest);
  return head.length > 2
    ? /\d|[a-z][A-Z]/.test(rest)
    : isDense || /^[a-f]{0,8}\d[a-f\d]{2,}$/.test(rest);
}
