import { expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import type { Entry } from '../../src/knowledge/schema.ts';
import { knowledge } from '../helpers/knowledge.ts';

/** The catalogue tests itself: every example that the tables hold goes through the whole engine. */

type Told = Exclude<Entry, { kind: 'tip' }>;
const told = [...knowledge.entries.values()].filter((entry): entry is Told => entry.kind !== 'tip');

test('there is a catalogue', () => {
  expect(told.length).toBeGreaterThan(70);
});

test.each(told.flatMap(({ id, examples }) => examples.hits.map((paste) => [id, paste] as const)))(
  '%s answers %j',
  (id, paste) => {
    const [first] = answer(paste, { knowledge }).diagnoses;
    expect({ id: first?.id, isGiven: (first?.confidence ?? 0) >= 0.5 }).toEqual({
      id,
      isGiven: true,
    });
  },
);

test.each(told.flatMap(({ id, examples }) => examples.misses.map((paste) => [id, paste] as const)))(
  '%s does not answer %j',
  (id, paste) => {
    const given = answer(paste, { knowledge }).diagnoses.filter(
      ({ confidence }) => confidence >= 0.5,
    );
    expect(given.map((diagnosis) => diagnosis.id)).not.toContain(id);
  },
);

test.each([...knowledge.entries.values()].map((entry) => [entry.id, entry] as const))(
  '%s says where it was read, and when',
  (_, entry) => {
    for (const { url, seen } of entry.sources) {
      expect(url).toMatch(/^https:\/\//);
      expect(Number.isNaN(Date.parse(seen))).toBe(false);
    }
  },
);
