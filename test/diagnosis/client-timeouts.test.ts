import { expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { lexicon } from '../helpers/lexicon.ts';

/** A client that stopped waiting got no answer, and no answer is no 408. */

const EXCEPTIONS = [
  'java.net.http.HttpTimeoutException: request timed out\n\tat com.acme.Sync.run(Sync.java:41)',
  'AxiosError: timeout of 30000ms exceeded  code: ECONNABORTED',
  "requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='api.example.com', port=443): Read timed out.",
  'httpx.ReadTimeout: The read operation timed out',
  'Get "https://localhost/unified": context deadline exceeded',
  'HeadersTimeoutError: Headers Timeout Error { code: "UND_ERR_HEADERS_TIMEOUT" }',
  'java.net.SocketTimeoutException: timeout\n\tat okhttp3.internal.http2.Http2Stream.newTimeoutException(Http2Stream.kt:675)',
  'System.Threading.Tasks.TaskCanceledException: The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing.',
  'RequestTimeoutError: Request timed out: TimeoutError: The operation was aborted due to timeout',
  'McpError: MCP error -32001: Request timed out',
];

test.each(EXCEPTIONS)('%j has no status and is no more than possible', (text) => {
  const { statuses } = readEvidence(text, { lexicon, redact: (part) => part });
  expect(statuses).toEqual([]);
  for (const { confidence } of answer(text, { knowledge }).diagnoses)
    expect(confidence).toBeLessThan(0.5);
});

test.each(EXCEPTIONS)('beside StackOne’s name %j is the client’s own limit', (text) => {
  const [first] = answer(`our sync with StackOne broke:\n${text}`, { knowledge }).diagnoses;
  expect(first?.id).toBe('stackone/client-timeout');
  expect(first?.confidence).toBeGreaterThanOrEqual(0.5);
});

test.each([
  'Request timed out',
  'RequestTimedOutResponse: Request timed out',
  'Error: Request timed out',
  'StackOne: request timed out after a minute',
  'com.stackone.RequestTimedOutResponseException: Request timed out',
])('%j is StackOne’s 408', (text) => {
  expect(answer(text, { knowledge }).diagnoses[0]?.id).toBe('stackone/408');
});
