import { createEdits } from '../edits.ts';
import { isOrdinary, isRandom } from '../ordinary.ts';
import type { Rule } from '../rule.ts';
import { isOurs, rowOf } from './field.ts';
import { shapeOf } from './key-shapes.ts';
import { HARMLESS_BEFORE } from './secret-names.ts';

const QUOTE = String.raw`\\{0,7}["']`;
/** `{"value":"…","name":"X-Api-Key"}`: keys in the order of the alphabet, or of nobody. */
const REVERSED = new RegExp(
  String.raw`${QUOTE}value${QUOTE}\s{0,8}(?::|=>)\s{0,8}${QUOTE}([^"'\\\n]{3,4000})${QUOTE}\s{0,8},\s{0,80}${QUOTE}(?:name|key|header)${QUOTE}\s{0,8}(?::|=>)\s{0,8}${QUOTE}([\w.-]{2,60})${QUOTE}`,
  'gi',
);
/** What an identity provider hands back in an address: RFC 6749, section 4.1.2. */
const CALLBACK =
  /(?:[?&#]|%3F|%26)(code|state|nonce|ticket)(=|%3D)((?:[^\s"'<>&#?%]|%(?!2[0236]|3F)[\dA-F]{2}){12,2000})/gi;
/** `api token 74b2…`: a name and, behind a blank, what nobody types by hand. */
const TOLD =
  /\b(?:passw(?:or)?d|secret|token|api[ _-]?key|access[ _-]?key|secret[ _-]?key)[ \t]{1,2}["'`(]?([A-Za-z\d+/_=~-]{16,400})(?![\w.:(])/gi;
/** Passwords by their names in scripts that have no letters of ours. */
const ABROAD =
  /(?:パスワード|暗証番号|密码|密碼|口令|비밀번호|암호|пароль|κωδικός|סיסמה|كلمة المرور|รหัสผ่าน|पासवर्ड)[ \t]{0,4}(?:[:：=]|は|是|이|—|-)?[ \t]{0,4}["'「“«]?([\x21-\x7e]{4,100})/gi;

/** Names and their secrets in an order or with a separator that no other rule reads. */
export const loosePairs: Rule = {
  name: 'loose-pairs',
  patterns: [REVERSED, CALLBACK, TOLD, ABROAD],
  applies: () => true,
  apply(text, mask) {
    const swap = (
      from: string,
      pattern: RegExp,
      read: (
        match: RegExpExecArray,
        from: string,
      ) => readonly [value: string, kind: string] | undefined,
    ): string => {
      const edits = createEdits(from);
      for (const match of from.matchAll(pattern)) {
        const found = read(match, from);
        if (found === undefined) continue;
        const [value, kind] = found;
        const start = match.index + match[0].lastIndexOf(value);
        edits.replace(start, start + value.length, mask(shapeOf(value) ?? kind, value));
      }
      return edits.result();
    };
    const inOrder = /value/i.test(text) ? swap(text, REVERSED, readReversed) : text;
    const called =
      inOrder.includes('=') || inOrder.includes('%3')
        ? swap(inOrder, CALLBACK, readCallback)
        : inOrder;
    return swap(swap(called, TOLD, readTold), ABROAD, readAbroad);
  },
};

type Found = readonly [value: string, kind: string] | undefined;

function readReversed([, value = '', name = '']: RegExpExecArray): Found {
  const row = rowOf(name);
  if (row === undefined) return undefined;
  return isOurs(value, { start: 0, end: value.length, quoted: true }, row)
    ? [value, row.kind]
    : undefined;
}

/** A page's cursor may be called a state too, but no number, word or id is one. */
function readCallback([, name = '', , value = '']: RegExpExecArray): Found {
  return isRandom(value.replace(/%[\dA-F]{2}/gi, ''))
    ? [value, `oauth-${name.toLowerCase()}`]
    : undefined;
}

function readTold({ index, 1: value = '' }: RegExpExecArray, text: string): Found {
  const before = text.slice(Math.max(0, index - 16), index);
  if (HARMLESS_BEFORE.test(before) || !isRandom(value)) return undefined;
  return (value.match(/\d/g)?.length ?? 0) >= 3 && !/\/\w{1,40}\//.test(value)
    ? [value, 'token']
    : undefined;
}

function readAbroad([, value = '']: RegExpExecArray): Found {
  const bare = value.replace(/["'.,;)]+$/, '');
  return bare.length >= 4 && !isOrdinary(bare) ? [bare, 'password'] : undefined;
}
