import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import type { Entry } from '../../src/knowledge/schema.ts';
import { knowledge } from '../helpers/knowledge.ts';

/** StackOne's cases beyond its statuses: `knowledge/stackone-*.yml`, row by row of what StackOne publishes. */

const folder = new URL('../../knowledge/', import.meta.url);
const files = readdirSync(folder).filter((name) => /^stackone(?:-\w+)?\.yml$/.test(name));
const all = knowledge.byVendor('stackone');
const statuses = all.filter(({ id }) => /\/\d{3}$/.test(id));
const finer = all.filter(({ id }) => !/\/\d{3}$/.test(id));

function entryOf(id: string): Entry {
  const entry = knowledge.entries.get(id);
  if (entry === undefined) throw new Error(`no entry ${id}`);
  return entry;
}

/** What people read of an entry, the causes within it last. */
function textOf(entry: Entry): string {
  const stepsOf = (fix: Entry['fix'] = []) => fix.map((step) => step.do);
  return [
    entry.title,
    entry.cause,
    ...stepsOf(entry.fix),
    ...(entry.kind === 'tip' ? [] : [entry.check, entry.retry.advice]),
    entry.note ?? '',
    ...(entry.kind === 'error' ? entry.variants : []).flatMap(({ title, cause, fix, check }) => [
      title ?? '',
      cause,
      ...stepsOf(fix),
      check ?? '',
    ]),
  ].join('\n');
}

describe("StackOne's finer cases say what StackOne says", () => {
  test.each<[string, RegExp]>([
    // keys and headers
    ['stackone/400', /`provider_version` is deprecated.*`integration_id`/s],
    ['stackone/401', /belongs to this project, and is whole; it reads `v1\.<region>\.…`/],
    ['stackone/401', /the key as `password`/],
    ['stackone/403', /`Files\.Read\.All` and `Sites\.Read\.All`.*`drive\.readonly`/],
    ['stackone/501', /`POST \/unified\/proxy`/],
    ['stackone/501', /content provider's courses.*SSO identifier/],
    ['stackone/connect-session-cors', /made for servers.*back end/s],
    ['stackone/key-one-project', /one project and one region.*shown once/],
    // linked accounts
    ['stackone/account-error', /expired, were revoked or changed, or lost a permission/],
    ['stackone/account-suspended', /No calls go out.*lift the suspension/s],
    ['stackone/linked-but-error', /sign-in worked.*too few permissions/s],
    ['stackone/empty-list', /hide what they deny/],
    [
      'stackone/duplicate-account',
      /`origin_owner_id`, `origin_owner_name` and `provider`.*`multiple: true`.*`account_id`/s,
    ],
    ['stackone/reauth-after-upgrade', /major version.*Pin/s],
    ['stackone/dashboard-rights', /overview of accounts only/],
    ['stackone/account-id-rounded', /20 digits/],
    // Hub and connect sessions
    ['stackone/hub-keeps-waiting', /every 2 seconds.*`Cross-Origin-Opener-Policy`/s],
    ['stackone/hub-oauth-error', /`latest_connection_attempt`/],
    ['stackone/hub-attempt-cancelled', /`cancelled`.*`expired`/],
    ['stackone/hub-token-expired', /401 or 403.*1,800 seconds.*`expires_in`/s],
    ['stackone/hub-no-integrations', /`provider` or `categories`/],
    ['stackone/hub-peer-dependencies', /`react-hook-form`, `@hookform\/resolvers` and `zod`/],
    ['stackone/hub-hydration-warning', /`suppressHydrationWarning`/],
    ['stackone/auth-link-no-callback', /`account\.created`/],
    [
      'stackone/redirect-uri-mismatch',
      /api\.stackone\.com\/connect\/oauth2\/<provider key>\/callback/,
    ],
    ['stackone/repeated-sign-in', /`offline_access`/],
    ['stackone/shared-oauth-app', /counts all its users together.*weeks/s],
    ['stackone/consent-screen-host', /`apps\/oauth-redirect-proxy`/],
    // data
    ['stackone/field-needs-include', /`include=avatar_url`.*`expand=employments`/s],
    ['stackone/synthetic-ids', /`c28xIQ`.*`remote_id`/s],
    ['stackone/early-cursor', /before the time is over.*until it is empty/s],
    ['stackone/page-size-changed', /one `page_size` to its end/],
    ['stackone/default-page-size', /25 records/],
    ['stackone/cursor-refused', /publishes no lifetime/],
    ['stackone/proxy-parameter-ignored', /its value wins.*`proxy\[filter\[eq\]\[age\]\]=25`/s],
    ['stackone/lms-batch-202', /`x-request-id`.*`external_reference`/s],
    ['stackone/batch-slow', /one call for each item.*one after the other/s],
    ['stackone/batch-too-large', /10,000 items/],
    ['stackone/file-picker-folders', /`folderSelectionEnabled`.*`nested_files: true`/s],
    ['stackone/log-details-missing', /\*Advanced Logs\* is off by default.*\*Error Explainer\*/s],
    ['stackone/log-not-found', /90 days/],
    // mapping and custom connectors
    ['stackone/mapping-primitives-only', /string, a number or a boolean/],
    ['stackone/mapping-read-only', /List and Get.*`passthrough`/s],
    ['stackone/mapping-expression', /`\$\.` begins a JSONPath.*JEXL.*`custom_mapping_errors`/s],
    ['stackone/version-pin-refused', /`latest`, `1\.x\.x`, `1\.2\.x` or `1\.2\.0`.*`\^` or `~`/s],
    ['stackone/connector-build', /`fieldConfigs`.*`array: true`.*colon/s],
    // webhooks
    ['stackone/webhook-late', /every hour by default, down to every 5 minutes/],
    [
      'stackone/webhook-signature',
      /HMAC-SHA256 of the raw body.*base64url.*`x-stackone-signature`/s,
    ],
    ['stackone/webhook-disabled', /removed when the webhook is deleted/],
    [
      'stackone/webhook-event-names',
      /`account\.created`, `account\.updated` and `account\.deleted`/,
    ],
    // MCP, actions, SDKs
    ['stackone/mcp-post-only', /`https:\/\/api\.stackone\.com\/mcp`, without a slash/],
    ['stackone/mcp-accept-header', /`Accept: application\/json, text\/event-stream`/],
    ['stackone/mcp-transport', /`2025-03-26` and `2025-06-18`/],
    ['stackone/mcp-too-many-tools', /`tool-mode=search_execute`/],
    ['stackone/action-unknown', /`bamboohr_list_employees`/],
    ['stackone/ai-zod-missing', /`>=3\.25\.0 <5`/],
    ['stackone/sdk-retries-long', /one hour/],
    // partners
    [
      'stackone/external-trigger-token-hidden',
      /`Public \+ Partner API`.*`OAuth2 - Assessments\/Background Checks`/s,
    ],
    ['stackone/assessment-notification-missing', /external-trigger\/`.*`workdayats`/s],
  ])('%s: %s', (id, fact) => {
    expect(textOf(entryOf(id))).toMatch(fact);
  });
});

describe("StackOne's own words lead to their entry where no status is shown", () => {
  test.each([
    [
      'stackone/hub-popup-blocked',
      'Your browser blocked the login popup. Please allow popups for this site and try again.',
    ],
    [
      'stackone/hub-attempt-not-created',
      'Could not create a connection attempt. Please try again.',
    ],
    ['stackone/hub-form-invalid', 'Please fix the validation errors before continuing'],
    ['stackone/hub-no-integrations', 'No configured integrations available.'],
    [
      'stackone/mcp-post-only',
      'event: message\ndata: {"jsonrpc":"2.0","error":{"code":-32000,"message":"Only POST is supported for stateless MCP."},"id":null}',
    ],
    [
      'stackone/sdk-key-missing',
      'ToolSetConfigError: No API key provided. Set STACKONE_API_KEY environment variable or pass apiKey in config.\n    at new StackOneToolSet (toolsets.ts:201:10)',
    ],
    [
      'stackone/redirect-uri-mismatch',
      '{"latest_connection_attempt":{"status":"error","oauth_error_code":"redirect_uri_mismatch","oauth_error_description":"Bad Request"}}',
    ],
  ])('%s', (id, paste) => {
    const [first] = answer(paste, { knowledge }).diagnoses;
    expect([first?.id, (first?.confidence ?? 0) >= 0.5]).toEqual([id, true]);
  });

  test.each([
    ['{"statusCode":400,"message":"Bad Request","path":"/connect_sessions"}', 'stackone/400'],
    ['{"statusCode":405,"message":"Only POST is supported for stateless MCP."}', 'http/405'],
    [
      '{"statusCode":406,"message":"Not Acceptable: Client must accept both application/json and text/event-stream"}',
      'http/406',
    ],
    [
      '{"statusCode":401,"message":"Unauthorized","errorCode":"AccountExpiredCredentialsError"}',
      'stackone/401',
    ],
    [
      '{"statusCode":412,"message":"Precondition failed","errorCode":"AccountIntegrationInactiveError"}',
      'stackone/412',
    ],
  ])('a status answers for itself: %s', (paste, id) => {
    expect(answer(paste, { knowledge }).diagnoses[0]?.id).toBe(id);
  });
});

describe('the wording of those tables', () => {
  test('each file says what it is about and keeps to one subject', () => {
    for (const name of files) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      expect(text).toMatch(/^# yaml-language-server: \$schema=subject\.schema\.json\n# /);
      expect(text).toContain('\nsubject: stackone\n');
    }
    expect(statuses.length).toBe(12);
  });

  test.each(finer.map((entry) => [entry.id, entry] as const))('%s reads calmly', (_, entry) => {
    expect(entry.title).not.toMatch(/\berrors?\b|[.!]$/i);
    const text = textOf(entry);
    expect(text).not.toMatch(/\b(?:just|simply|oops|sorry|illegal|please|obviously)\b|!/i);
    expect(text.split('`').length % 2).toBe(1);
    for (const braces of text.match(/\{[^}]*\}/g) ?? []) expect(braces).toBe('{id}');
    expect(text).not.toMatch(/inferred|unverified/i);
  });

  test('each has 6 to 8 symptoms, 2 hits and a miss, and shares none', () => {
    const squash = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const symptoms = all.flatMap((entry) => entry.symptoms.map(squash));
    expect(symptoms.filter((one, at) => symptoms.indexOf(one) !== at)).toEqual([]);
    for (const entry of finer) {
      expect([entry.id, [6, 7, 8].includes(entry.symptoms.length)]).toEqual([entry.id, true]);
      if (entry.kind === 'tip') continue;
      expect([entry.id, entry.examples.hits.length >= 2]).toEqual([entry.id, true]);
    }
  });
});
