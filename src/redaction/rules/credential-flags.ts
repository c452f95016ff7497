import { createEdits } from '../edits.ts';
import { isOpaque, isOrdinary } from '../ordinary.ts';
import { readValue } from '../read-value.ts';
import type { Rule } from '../rule.ts';
import { withoutPlaceholders } from '../rule.ts';
import { shapeOf } from './key-shapes.ts';

/** Options of curl, wget and HTTPie, as a command line or as a list of arguments: `-u user:pass`, `["-u","user:pass"]`. */
const FLAG =
  /(?:^|[\s"'`(,[])(-u|-U|-a|--user|--proxy-user|--auth|-b|--cookie|--[a-z][a-z0-9-]{0,24}-(?:password|token|secret|key|bearer)|--(?:password|passwd|pass|token|secret|api-?_?key|oauth2-bearer))(?:=|[ \t]{1,8}|["'],[ \t]{0,4}(?=["'])|(?=["'])|(?<=\s-u)(?=[^\s-]))/gm;

/** Secrets that stand behind an option of a command. */
export const credentialFlags: Rule = {
  name: 'credential-flags',
  patterns: [FLAG],
  applies: (text) => text.includes('-'),
  apply(text, mask) {
    const edits = createEdits(text);
    for (const match of text.matchAll(FLAG)) {
      const { start, end } = readValue(text, match.index + match[0].length);
      const value = text.slice(start, end);
      const kind = kindOf(match[1] ?? '', value);
      if (kind !== undefined) edits.replace(start, end, mask(shapeOf(value) ?? kind, value));
    }
    return edits.result();
  },
};

function kindOf(flag: string, value: string): string | undefined {
  if (value.startsWith('-') || isOrdinary(value)) return undefined;
  switch (flag) {
    case '-u':
    case '-U':
    case '-a':
    case '--user':
    case '--proxy-user':
    case '--auth':
      return isPair(value) ? 'basic-credentials' : undefined;
    case '-b':
    case '--cookie':
      return /^[^\s=]+=./.test(value) ? 'cookie' : undefined;
    default:
      return flag.includes('pass') ? 'password' : 'token';
  }
}

/** `user:password` or `key:`; neither a URL, nor ids (`1000:1000`), nor variables. */
function isPair(value: string): boolean {
  const pair = withoutPlaceholders(value);
  if (!pair.includes(':')) return isOpaque(pair) && pair.length >= 16;
  if (pair.includes('://') || /^[\d:]+$|^[A-Za-z]:[\\/]/.test(pair)) return false;
  return pair.split(':').some((part) => part !== '' && !isOrdinary(part));
}
