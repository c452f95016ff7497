import { expect, test } from 'vitest';
import { mediaType, refuseByHead } from '../../src/slack/public-request.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const at = (seconds: number) => ({ 'x-slack-request-timestamp': String(NOW / 1_000 + seconds) });
const head = (given: object, headers: object = {}) => ({
  method: 'POST',
  url: '/slack/events',
  headers: { 'content-type': 'application/json', ...at(0), ...headers },
  ...given,
});

test.each([
  [{}, {}, undefined],
  [{ url: '/slack/events?x=1' }, {}, undefined],
  [{}, { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }, undefined],
  [{}, { 'content-length': '1048576' }, undefined],
  [{}, at(299), undefined],
  [{ method: 'GET' }, {}, 404],
  [{ method: 'OPTIONS' }, {}, 404],
  [{ method: undefined }, {}, 404],
  [{ url: '/' }, {}, 404],
  [{ url: '/slack/events/' }, {}, 404],
  [{ url: '/slack/Events' }, {}, 404],
  [{ url: '//slack/events' }, {}, 404],
  [{ url: '//evil.example/slack/events' }, {}, 404],
  [{ url: 'http://evil.example/slack/events' }, {}, 404],
  [{ url: '/x/../slack/events' }, {}, 404],
  [{ url: '/slack%2Fevents' }, {}, 404],
  [{ url: undefined }, {}, 404],
  [{}, { 'content-type': undefined }, 415],
  [{}, { 'content-type': 'text/plain' }, 415],
  [{}, { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  [{}, { 'content-type': 'text/plain; application/json' }, 415],
  [{}, { 'content-length': '1048577' }, 413],
  [{}, at(301), 401],
  [{}, { 'x-slack-request-timestamp': '9'.repeat(12) }, 401],
])('%j with %j: %s', (given, headers, status) => {
  expect(refuseByHead(head(given, headers), NOW)).toBe(status);
});

test('a type is read without what stands behind it', () => {
  expect(mediaType(' Application/JSON ; charset=utf-8')).toBe('application/json');
  expect(mediaType(undefined)).toBe('');
});
