import { createEdits } from '../edits.ts';
import { isOpaque, isOrdinary } from '../ordinary.ts';
import { readValue, type Value } from '../read-value.ts';
import type { Mask, Rule } from '../rule.ts';
import { withoutPlaceholders } from '../rule.ts';
import { shapeOf } from './key-shapes.ts';

/** Options of curl, wget and HTTPie, as a command line or as a list of arguments: `-u user:pass`, `["-u","user:pass"]`. */
const FLAG =
  /(?<![\w-])(-[a-zA-Z]{0,6}u|-U|-a|--user|--proxy-user|--auth|-b|--cookie|--[a-zA-Z][\w-]{0,40}[-_](?:password|token|secret|key|bearer)|--(?:password|passwd|pass|token|secret|api[-_]?key|oauth2-bearer))(?:=|[ \t]{1,8}(?:\\?\r?\n[ \t]{0,20})?|["'],[ \t]{0,4}(?=["'])|(?=["'])|(?<=\s-u)(?=[^\s-]))/gm;
/** `"user":"password"` and `user:'password'`: the quotes of a shell inside one word. */
const QUOTED_TAIL = /["']:["'][^"'\n]{1,200}/y;
const BARE_TAIL = /:["'][^"'\n]{1,200}/y;

/** MySQL's clients take the password glued to its letter: `mysql -uroot -p'…'`. */
const GLUED = /\b(?:mysql|mariadb)[\w-]{0,12}[ \t][^\n|;&]{0,300}?[ \t]-p(?=["']?[^\s"'-])/g;

/** `machine h login u password p` of .netrc; `sshpass -p p ssh h`. */
const BARE_WORDS =
  /\b(?:login[ \t]{1,4}\S{1,100}\s{1,20}password[ \t]{1,4}|sshpass[ \t]{1,4}-p[ \t]{0,4})(?=\S)/g;

/** Secrets that stand behind an option of a command. */
export const credentialFlags: Rule = {
  name: 'credential-flags',
  patterns: [FLAG, GLUED, BARE_WORDS, QUOTED_TAIL, BARE_TAIL],
  applies: (text) => text.includes('-') || text.includes('login'),
  apply: (text, mask) =>
    withoutGlued(withoutGlued(withoutFlagged(text, mask), GLUED, mask), BARE_WORDS, mask),
};

function withoutFlagged(text: string, mask: Mask): string {
  const edits = createEdits(text);
  for (const match of text.matchAll(FLAG)) {
    const word = readValue(text, match.index + match[0].length);
    const { start } = word;
    const end = shellEnd(text, word);
    const value = text.slice(start, end);
    const kind = kindOf(match[1] ?? '', value);
    if (kind !== undefined) edits.replace(start, end, mask(shapeOf(value) ?? kind, value));
  }
  return edits.result();
}

function withoutGlued(text: string, pattern: RegExp, mask: Mask): string {
  const edits = createEdits(text);
  for (const match of text.matchAll(pattern)) {
    const { start, end } = readValue(text, match.index + match[0].length);
    const value = text.slice(start, end);
    if (!isOrdinary(value)) edits.replace(start, end, mask('password', value));
  }
  return edits.result();
}

function shellEnd(text: string, { start, end, quoted }: Value): number {
  const tail = quoted ? QUOTED_TAIL : BARE_TAIL;
  tail.lastIndex = end;
  return end > start && tail.test(text) ? tail.lastIndex : end;
}

function kindOf(flag: string, value: string): string | undefined {
  if (value.startsWith('-') || isOrdinary(value)) return undefined;
  if (flag === '-b' || flag === '--cookie') return /^[^\s=]+=./.test(value) ? 'cookie' : undefined;
  if (/^-\w|^--(?:proxy-)?user$|^--auth$/.test(flag))
    return isPair(value) ? 'basic-credentials' : undefined;
  return flag.includes('pass') ? 'password' : 'token';
}

/** `user:password` or `key:`; neither a URL, nor ids (`1000:1000`), nor variables. */
function isPair(value: string): boolean {
  const pair = withoutPlaceholders(value);
  if (!pair.includes(':')) return isOpaque(pair) && pair.length >= 16;
  if (pair.includes('://') || /^[\d:]+$|^[A-Za-z]:[\\/]/.test(pair)) return false;
  const [user = '', ...rest] = pair.split(':').map((part) => part.replace(/^["']|["']$/g, ''));
  const password = rest.join(':');
  return isOpaque(user) || !isOrdinary(password === '' ? user : password);
}
