import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexSpellings, informative, isSame } from '../../src/diagnosis/words.ts';

test.each([
  ['candidate', 'candidate', true],
  ['candidat', 'candidate', true],
  ['candidtae', 'candidate', true],
  ['candudate', 'candidate', true],
  ['canddate', 'candidate', true],
  ['candate', 'candidate', false],
  ['note', 'nota', false], // too short to be a slip
  ['offer', 'other', false],
  ['great', 'creat', false],
  ['lgn0008', 'lgn0001', false],
])('%j and %j are the same: %j', (one, other, same) => {
  expect(isSame(one, other)).toBe(same);
  expect(isSame(other, one)).toBe(same);
});

test('an index of spellings finds what comparing every word finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (vocabulary, asked) => {
      const found = indexSpellings(vocabulary)(asked);
      expect([...found].toSorted()).toEqual(
        vocabulary.filter((known) => isSame(known, asked)).toSorted(),
      );
    }),
    { endOnFailure: true },
  );
});

test('what tells something is kept, stemmed, once', () => {
  expect(
    informative('Why are the rejected candidates rejected by Acme?', new Set(['acme'])),
  ).toEqual(['reject', 'candidat']);
  expect(informative('updated_at', new Set())).toContain('updated_at');
});
