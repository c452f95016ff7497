import { expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import { knowledge } from '../helpers/knowledge.ts';

/** Whose error a printed body is, where nothing but its own shape tells. */

const most = (text: string): number =>
  Math.max(0, ...answer(text, { knowledge }).diagnoses.map(({ confidence }) => confidence));

const FOREIGN: Readonly<Record<string, unknown>> = {
  Kubernetes: {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    message: 'pods "web-0" not found',
    code: 404,
  },
  'a framework of its own': { code: 404, msg: 'page not found' },
  'GitHub GraphQL': {
    data: { repository: null },
    errors: [{ type: 'NOT_FOUND', path: ['repository'], message: 'Could not resolve' }],
  },
  DynamoDB: { __type: 'ResourceNotFoundException', message: 'Requested resource not found' },
  botocore: {
    Error: { Code: 'AccessDenied', Message: 'Access Denied' },
    ResponseMetadata: { RequestId: 'A1', HTTPStatusCode: 403 },
  },
  'Google Cloud': { error: { code: 403, message: 'No permission', status: 'PERMISSION_DENIED' } },
  'Azure Resource Manager': { error: { code: 'ResourceNotFound', message: 'not found' } },
  Stripe: { error: { code: 'resource_missing', message: 'No such plan', type: 'invalid_request' } },
  Twilio: { code: 20404, message: 'The requested resource was not found', status: 404 },
  Shopify: { errors: 'Not Found' },
  Docker: { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] },
  Elasticsearch: { error: { root_cause: [], type: 'index_not_found_exception' }, status: 404 },
  'Django REST': { detail: 'Not found.' },
  'Spring Boot': {
    timestamp: '2026-11-24T09:14:02.113+00:00',
    status: 500,
    error: 'Internal Server Error',
    message: 'could not execute statement',
    path: '/api/orders',
  },
  'RFC 9457': { type: 'about:blank', title: 'Not Found', status: 404, detail: 'No resource x.' },
  Rails: { status: 404, error: 'Not Found' },
  Laravel: { message: 'Unauthenticated.' },
  FastAPI: { detail: 'Not Found' },
  NestJS: { statusCode: 404, message: 'Cannot GET /orders', error: 'Not Found' },
  'a filter of NestJS': {
    statusCode: 404,
    timestamp: '2026-11-24T09:14:02.113Z',
    path: '/orders/5',
    message: 'Not Found',
  },
  Fastify: { statusCode: 404, error: 'Not Found', message: 'Route GET:/orders not found' },
  Strapi: { data: null, error: { status: 404, name: 'NotFoundError', message: 'Not Found' } },
  Firebase: { error: { code: 400, message: 'EMAIL_NOT_FOUND', errors: [] } },
  'Supabase storage': { statusCode: '404', error: 'not_found', message: 'Object not found' },
  PostgREST: { code: 'PGRST116', details: '0 rows', hint: null, message: 'multiple rows' },
  'an OAuth server': { error: 'invalid_grant', error_description: 'Token has been revoked.' },
  OpenAI: { error: { message: 'Unauthorized', type: 'invalid_request_error', code: null } },
  Vercel: { error: { code: 'NOT_FOUND', message: 'The deployment could not be found' } },
  Cloudflare: { success: false, errors: [{ code: 10000, message: 'Authentication error' }] },
  Apollo: { errors: [{ message: 'Unauthorized', extensions: { http: { status: 401 } } }] },
  Telegram: { ok: false, error_code: 404, description: 'Not Found' },
  Discord: { message: '401: Unauthorized', code: 0 },
  Jira: { errorMessages: ['no such field'], errors: {}, status: 400 },
  GitLab: { message: '404 Project Not Found' },
  "AWS' gateway": { message: 'Forbidden' },
};

test.each(Object.entries(FOREIGN))('an error of %s is not taken for StackOne’s', (_, body) => {
  expect(most(JSON.stringify(body))).toBeLessThan(0.5);
  expect(most(JSON.stringify(body, null, 2))).toBeLessThan(0.5);
  expect(most(`HTTP/1.1 404 Not Found\n\n${JSON.stringify(body)}`)).toBeLessThan(0.5);
});

test('a number in data is no status', () => {
  const config = { compilerOptions: { target: 'es2022' }, code: 502 };
  expect(most(JSON.stringify(config))).toBeLessThan(0.5);
  expect(most(JSON.stringify(config, null, 2))).toBeLessThan(0.5);
});

const OWN: readonly (readonly [unknown, string])[] = [
  [{ statusCode: 404, message: 'Not Found' }, 'stackone/404'],
  [{ statusCode: 400, message: 'Action is required', error: 'Bad Request' }, 'stackone/400'],
  [
    { statusCode: 404, message: 'Cannot GET /unified/hris/people', error: 'Not Found' },
    'stackone/404',
  ],
  [{ statusCode: 400, message: ['x', 'y'], errorCode: 'ValidationError' }, 'stackone/400'],
  [{ error: 'Invalid authentication token' }, 'stackone/401'],
  [{ error: 'Employee not found', status_code: 404, error_category: 'not_found' }, 'stackone/404'],
  [{ status: 400, message: 'refused', provider_response: 'invalid' }, 'stackone/400'],
  [{ status: 409, message: 'Conflict' }, 'stackone/409'],
  [{ message: 'Request failed with status code 502' }, 'stackone/502'],
  [{ error: { code: 'ERR_BAD_RESPONSE', message: 'no', status: 502 } }, 'stackone/502'],
  [
    { level: 'error', msg: 'sync failed', err: { statusCode: 502, message: 'Bad Gateway' } },
    'stackone/502',
  ],
];

test.each(OWN)('%j is StackOne’s', (body, id) => {
  const [first] = answer(JSON.stringify(body), { knowledge }).diagnoses;
  expect(first?.id).toBe(id);
  expect(first?.confidence).toBeGreaterThanOrEqual(0.5);
});

test('where StackOne is named, a strange shape is StackOne’s answer', () => {
  const [first] = answer('StackOne answers {"code":404,"message":"no such thing"}', {
    knowledge,
  }).diagnoses;
  expect(first?.id).toBe('stackone/404');
  expect(first?.confidence).toBeGreaterThanOrEqual(0.5);
});
