import { expect, test } from 'vitest';
import { knowledge } from '../helpers/knowledge.ts';

test('entries are found by id and by subject', () => {
  expect(knowledge.entries.get('lever/429')?.title).toMatch(/Lever/);
  expect(knowledge.byVendor('lever').map(({ id }) => id)).toContain('lever/updated-after');
  expect(knowledge.byVendor('lever').every(({ id }) => id.startsWith('lever/'))).toBe(true);
  expect(knowledge.byVendor('nobody')).toEqual([]);
});

test('a tip is found by its id, and nothing else is taken for one', () => {
  expect(knowledge.tip('tip/request-logs')?.kind).toBe('tip');
  expect([knowledge.tip('lever/429'), knowledge.tip('tip/none')]).toEqual([undefined, undefined]);
});

test('every vendor has a name that people read', () => {
  expect(knowledge.vendors.size).toBe(knowledge.lexicon.vendors.length);
  for (const [vendor, { name }] of knowledge.vendors) expect(knowledge.labels[vendor]).toBe(name);
});
