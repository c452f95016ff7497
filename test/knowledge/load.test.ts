import { expect, test } from 'vitest';
import { KnowledgeError } from '../../src/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { entry, subject, temporaryTables, tip, vendor } from './temporary-tables.ts';

test('loads subjects and vendors', () => {
  const dir = temporaryTables({
    'tips.yml': subject('tip', tip('tip/logs')),
    'http.yaml': subject('http', entry('http/418')),
    'providers/acme.yml': vendor('acme', { entries: entry('acme/one', 'tips: [tip/logs]') }),
    'README.md': 'not a table',
    'vendor.schema.json': '{}',
  });
  const knowledge = loadKnowledge({ dir });
  expect([...knowledge.entries.keys()]).toEqual(['http/418', 'tip/logs', 'acme/one']);
  expect(knowledge.labels).toEqual({ acme: 'ACME' });
});

test('anchors may be used', () => {
  const more = 'aliases: &names [Acme Cloud]\nerrorPaths: { code: *names }';
  const dir = temporaryTables({ 'providers/acme.yml': vendor('acme', { more }) });
  expect(loadKnowledge({ dir }).lexicon.vendors[0]?.errorPaths.code).toEqual(['Acme Cloud']);
});

test('a folder without vendors is enough', () => {
  const dir = temporaryTables({ 'http.yml': subject('http', entry('http/418')) });
  expect(loadKnowledge({ dir }).lexicon.vendors).toEqual([]);
});

test('throws one error whose message has a line for each fault', () => {
  const dir = temporaryTables({ 'a.yml': 'version: 2', 'b.yml': '[' });
  const load = () => loadKnowledge({ dir });
  expect(load).toThrow(KnowledgeError);
  expect(load).toThrow(/^\d+ fault\(s\) in the knowledge tables:\n {2}a\.yml:1 · /);
});
