import { expect, test } from 'vitest';
import { createLogger } from '../../src/ops/logger.ts';
import { redactText } from '../../src/redaction/redact.ts';

test('a line is JSON with a message and fields, and whatever slipped in is redacted', () => {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'info',
    redact: redactText,
    write: (line) => lines.push(line),
  });
  logger.debug('not shown');
  logger.info('question', {
    reference: 'K7QX-3MTB',
    note: 'kim@example.com',
    authorization: 'Basic abcdefgh12345678',
  });
  logger.error('failed', { error: new Error('password=hunter2secret was refused') });
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['question', 'failed']);
  expect(lines.join('')).not.toMatch(/kim@example|abcdefgh12345678|hunter2secret/);
});
