import { expect, test } from 'vitest';
import { createFoundLogs } from '../../src/enrichment/found-logs.ts';
import { reduceLog } from '../../src/enrichment/reduce-log.ts';

function logOf(requestId: string) {
  const reduced = reduceLog({ status: 200 }, requestId);
  if (reduced.kind !== 'log') throw new Error('Expected a log.');
  return reduced.log;
}

test('forgets the log that was not used for longest', () => {
  const found = createFoundLogs(2);
  found.set('one', logOf('one'));
  found.set('two', logOf('two'));
  expect(found.get('one')?.requestId).toBe('one');
  found.set('three', logOf('three'));
  expect(['one', 'two', 'three'].map((id) => found.get(id)?.requestId)).toEqual([
    'one',
    undefined,
    'three',
  ]);
});
