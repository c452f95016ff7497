import { expect, test } from 'vitest';
import { readAnswerWords } from '../../src/evidence/answer-words.ts';
import type { Vendor } from '../../src/evidence/lexicon.ts';
import type { LooseValue } from '../../src/evidence/loose-value.ts';
import { findMarks } from '../../src/evidence/marks.ts';

/** Codes and phrases of the tables, found wherever a provider's answer has them. */

const vendors = [
  vendor('acme', {
    codes: ['KEY_REVOKED', '3', 'RowLevel.Denied', 'Locked'],
    phrases: ['key has been revoke', '"success":false', 'no such  user'],
  }),
  vendor('other', { codes: ['OTHER_CODE'], phrases: ['another system'] }),
];
const find = findMarks(vendors);
const marks = (raw: LooseValue, headers?: LooseValue, vendorName: string | null = 'acme') =>
  find(vendorName, readAnswerWords(raw, headers));

test.each<[string, LooseValue, readonly string[]]>([
  ['a code deep in a list', { errors: [{ code: 'x' }, { code: 'KEY_REVOKED' }] }, ['KEY_REVOKED']],
  ['a code in other letters', { reason: 'key_revoked' }, ['KEY_REVOKED']],
  ['a code in the words', { message: 'refused (RowLevel.Denied) today' }, ['RowLevel.Denied']],
  ['a number under a code', { errorCode: 3 }, ['3']],
  ['a number that counts something', { retries: 3 }, []],
  ['a phrase that is cut', { error: 'Your Key has been revoked.' }, ['key has been revoke']],
  ['a phrase over a line break', { error: 'No such\nuser' }, ['no such  user']],
  ['a token of JSON', { success: false }, ['"success":false']],
  ['words of XML', '<faultcode>KEY_REVOKED</faultcode>', ['KEY_REVOKED']],
  ['no code in a word of a sentence', { message: 'Sorry, Locked out of it' }, []],
  ['nothing known', { error: 'KEY_REVOKED_LATER' }, []],
  ['a vendor of another table', { error: 'OTHER_CODE' }, []],
])('finds %s', (_, raw, expected) => {
  expect(marks(raw)).toEqual(expected);
});

test('finds what stands in a header alone', () => {
  expect(marks(null, { 'x-acme-error': 'Key has been revoked' })).toEqual(['key has been revoke']);
});

test('looks through all tables when it is not known whose answer it is', () => {
  expect(marks({ code: 'OTHER_CODE', message: 'another system' }, undefined, null)).toEqual([
    'OTHER_CODE',
    'another system',
  ]);
});

test('a large answer is read in part, and quickly', () => {
  const large = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, at) => [`key${at}`, 'word '.repeat(100)]),
  );
  expect(marks(large)).toEqual([]);
});

function vendor(name: string, its: Vendor['marks']): Vendor {
  return {
    name,
    label: name,
    keys: [name],
    aliases: [],
    nicknames: [],
    hosts: [],
    categories: [],
    needsContext: false,
    errorPaths: { code: [], message: [] },
    marks: its,
  };
}
