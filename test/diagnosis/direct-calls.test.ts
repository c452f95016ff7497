import { expect, test } from 'vitest';
import type { Call } from '../../src/evidence/evidence.ts';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { knowledge } from '../helpers/knowledge.ts';

const failed = (text: string): readonly Call[] =>
  readEvidence(text, { lexicon: knowledge.lexicon, redact: (part) => part }).calls.filter(
    (call) => call.failed,
  );

/** The call went straight to a vendor: host and status are the vendor's, whatever printed it. */
const LOST = '{"errorMessages":["Issue does not exist or you do not have permission to see it."]}';
const JIRA = 'https://acme.atlassian.net/rest/api/3/issue/OPS-19';
test.each([
  ['a logger’s object', JSON.stringify({ method: 'GET', url: JIRA, status: 404, body: LOST })],
  ['a sentence', `GET ${JIRA}: unexpected status 404 Not Found: ${LOST}`],
  ['a head', `GET ${JIRA}\nHTTP/1.1 404 Not Found\n\n${LOST}`],
  ['keys and values', `method=GET status=404 url="${JIRA}" body=${JSON.stringify(LOST)}`],
  ['requests', `404 Client Error: Not Found for url: ${JIRA}\n${LOST}`],
])('a call straight to a vendor, printed as %s', (_, text) => {
  const [call, ...others] = failed(`through the StackOne proxy:\n${text}`);
  expect(others).toEqual([]);
  expect(call).toMatchObject({ platformStatus: null, provider: 'jira' });
  expect(call?.providerErrors).toMatchObject([
    { status: 404, host: 'acme.atlassian.net', message: expect.stringContaining('Issue does') },
  ]);
});

test('a tool of every day is a vendor only where its own line speaks of StackOne', () => {
  const line = 'GET https://api.stackone.com/unified/hris/employees 200 80ms\n';
  const post = 'POST https://slack.com/api/chat.postMessage 404';
  expect(failed(`${line}${post}`)[0]?.signals.map(({ kind }) => kind)).toContain('foreign');
  expect(failed(`${line}stackone proxy: ${post}`)[0]?.providerErrors).toMatchObject([
    { status: 404, provider: 'slack' },
  ]);
});
