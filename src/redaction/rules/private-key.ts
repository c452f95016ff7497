import { createEdits } from '../edits.ts';
import type { Rule } from '../rule.ts';

/** PEM and PGP armour, RFC 7468 and RFC 9580: `-----BEGIN RSA PRIVATE KEY-----`. */
const EDGE = /-----(BEGIN|END) (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----/g;
/** The start of a header that a cut paste ends in. */
const CUT_EDGE = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY[ A-Z-]{0,12}$/;
/** PuTTY's files say how many lines of key follow. */
const PUTTY = /\bPrivate-Lines: \d{1,3}((?:\r?\n[A-Za-z0-9+/=]{4,100}(?![^\r\n])){1,60})/g;
const SEPARATOR = /(?:\s|\\+[nrt]|[>|*"'+,])+/y;
const LINE = /(?:[A-Za-z0-9+/=]|\\+\/)+/y;
const HEADER = /(?:Proc-Type|DEK-Info|Version|Comment): [^\n\\]{0,80}/y;
/** A whole line of key, indented or quoted as in a mail. */
const WHOLE_LINE = /^[ \t>|]{0,40}[A-Za-z0-9+/=]{16,100}\r?$/;

/** A line of key is 64 characters; what is shorter than this ends the block. */
const MIN_LINE = 16;
const MAX_BLOCK = 20_000;
const MAX_TAIL = 4_000;

/** Private key blocks: whole, with literal `\n`, cut off at the end, or with only the end left. */
export const privateKey: Rule = {
  name: 'private-key',
  patterns: [EDGE, CUT_EDGE, PUTTY, SEPARATOR, LINE, HEADER, WHOLE_LINE],
  applies: (text) => text.includes('PRIVATE KEY') || text.includes('Private-Lines'),
  apply(whole, mask) {
    const text = whole.replace(PUTTY, (lines, key: string) =>
      lines.replace(key, () => `\n${mask('private-key', key.trim())}`),
    );
    const edits = createEdits(text);
    let done = 0;
    EDGE.lastIndex = 0;
    for (let edge = EDGE.exec(text); edge !== null; edge = EDGE.exec(text)) {
      const start = edge[1] === 'BEGIN' ? edge.index : tailStart(text, edge.index, done);
      const end = edge[1] === 'BEGIN' ? blockEnd(text, EDGE.lastIndex) : EDGE.lastIndex;
      edits.replace(start, end, mask('private-key', text.slice(start, end)));
      done = end;
      EDGE.lastIndex = end;
    }
    const from = Math.max(done, text.length - 80);
    const cut = CUT_EDGE.exec(text.slice(from));
    if (cut !== null) edits.replace(from + cut.index, text.length, mask('private-key', cut[0]));
    return edits.result();
  },
};

function blockEnd(text: string, from: number): number {
  const near = text.slice(from, from + MAX_BLOCK);
  const next = near.indexOf('-----');
  const close =
    next < 0 ? null : /^-----END [A-Z0-9 ]{0,60}-----/.exec(near.slice(next, next + 80));
  return close === null ? keyLinesEnd(text, from) : from + next + close[0].length;
}

function keyLinesEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const start = skip(SEPARATOR, text, end);
    const header = skip(HEADER, text, start);
    const stop = header > start ? header : skip(LINE, text, start);
    // The last line of a block may be short, and so is the line that a cut paste ends in.
    if (stop === start) return end;
    if (header === start && stop - start < MIN_LINE) return stop === text.length ? stop : end;
    end = stop;
  }
}

/** Only the end of a block is there: what stands before it is key as far as it looks like it. */
function tailStart(text: string, end: number, done: number): number {
  const near = text.slice(Math.max(done, end - MAX_TAIL), end);
  let start = near.length - (/\r?\n$/.exec(near)?.[0].length ?? 0);
  while (start > 0 && /[A-Za-z0-9+/=\\]/.test(near.charAt(start - 1))) start -= 1;
  while (start > 1 && near.charAt(start - 1) === '\n') {
    const line = near.lastIndexOf('\n', start - 2) + 1;
    if (!WHOLE_LINE.test(near.slice(line, start - 1))) break;
    start = line;
  }
  return end - near.length + start;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
