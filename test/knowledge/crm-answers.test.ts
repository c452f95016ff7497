import { describe, expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import type { Actor } from '../../src/knowledge/schema.ts';
import { knowledge } from '../helpers/knowledge.ts';

const hosts = {
  hubspot: 'https://api.hubapi.com/crm/v3/objects/contacts',
  zendesk: 'https://acme.zendesk.com/api/v2/users',
  jira: 'https://acme.atlassian.net/rest/api/3/issue',
  graph: 'https://graph.microsoft.com/v1.0/users/17',
  outlook: 'https://graph.microsoft.com/v1.0/me/messages',
  entra: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
  google: 'https://www.googleapis.com/calendar/v3/calendars/primary/events',
  okta: 'https://acme.okta.com/api/v1/users/00u1',
  slack: 'https://slack.com/api/chat.postMessage',
  notion: 'https://api.notion.com/v1/pages/17',
} as const;

function diagnose(host: keyof typeof hosts, status: number, raw: unknown) {
  const paste = JSON.stringify({
    statusCode: 502,
    message: 'Bad Gateway',
    provider_errors: [{ status, url: hosts[host], raw }],
  });
  return answer(paste, { knowledge }).diagnoses;
}

const hub = (category: string, message: string) => ({ status: 'error', category, message });
const graph = (code: string) => ({ error: { code, message: 'Words that may change.' } });
const aad = (code: number) => ({
  error: 'invalid_grant',
  error_description: `AADSTS${code}: Words that may change.`,
  error_codes: [code],
});
const no = (error: string) => ({ ok: false, error });
const okta = (errorCode: string) => ({ errorCode, errorSummary: 'Words that may change' });
const notion = (code: string) => ({ object: 'error', code, message: 'Words that may change.' });

type Row = readonly [keyof typeof hosts, number, unknown, id: string, Actor, says: string];

/** What CRM, ticketing, identity and document vendors answer, and what of the entry or its variant has to come out. */
const answers: readonly Row[] = [
  [
    'hubspot',
    400,
    hub('VALIDATION_ERROR', 'Property values were not valid: []'),
    'hubspot/400',
    'unclear',
    'property',
  ],
  [
    'hubspot',
    400,
    hub('VALIDATION_ERROR', 'Duplicate IDs found in batch input'),
    'hubspot/400',
    'caller',
    'once',
  ],
  ['hubspot', 477, hub('X', 'Migration in progress'), 'hubspot/477', 'nobody', '24 hours'],
  [
    'zendesk',
    422,
    { error: 'RecordInvalid', details: { name: [{ error: 'BlankValue' }] } },
    'zendesk/422',
    'caller',
    '`details`',
  ],
  [
    'zendesk',
    422,
    { error: 'RecordInvalid', details: { email: [{ error: 'DuplicateValue' }] } },
    'zendesk/422',
    'caller',
    'unique',
  ],
  [
    'zendesk',
    403,
    { error: { title: 'Forbidden', message: 'No' } },
    'zendesk/403',
    'customer-admin',
    'no scope of its own',
  ],
  [
    'jira',
    400,
    { errorMessages: [], errors: { issuetype: 'Specify an issue type' } },
    'jira/value-not-accepted',
    'caller',
    'scheme',
  ],
  ['jira', 401, 'Client must be authenticated', 'jira/401', 'customer-admin', 'one year'],
  ['graph', 404, graph('Request_ResourceNotFound'), 'microsoft/404', 'caller', 'tenant'],
  ['outlook', 403, graph('ErrorAccessDenied'), 'microsoft/403', 'customer-admin', '`Mail.Read`'],
  [
    'outlook',
    403,
    graph('insufficient_claims'),
    'microsoft/claims-challenge',
    'customer-admin',
    'Conditional Access',
  ],
  ['entra', 400, aad(700082), 'microsoft/grant-ended', 'customer-admin', 'not used for long'],
  ['entra', 400, aad(70000), 'microsoft/grant-ended', 'customer-admin', 'not valid any more'],
  ['entra', 400, aad(500011), 'microsoft/service-not-enabled', 'customer-admin', 'resource'],
  ['entra', 400, aad(50011), 'microsoft/redirect-uri', 'project-admin', 'redirect URI'],
  ['entra', 400, aad(700011), 'microsoft/app-not-in-tenant', 'customer-admin', 'installs'],
  ['entra', 400, aad(70011), 'microsoft/invalid-scope', 'project-admin', 'scopes'],
  [
    'google',
    400,
    { error: { code: 400, errors: [{ reason: 'invalid', message: 'Invalid page token value.' }] } },
    'google/invalid-page-token',
    'caller',
    'page token',
  ],
  [
    'google',
    400,
    { error: { code: 400, status: 'INVALID_ARGUMENT' } },
    'google/bad-request',
    'caller',
    '`fieldViolations`',
  ],
  ['okta', 401, okta('E0000011'), 'okta/not-authenticated', 'customer-admin', '30 days'],
  ['okta', 403, okta('E0000038'), 'okta/user-status', 'caller', 'status'],
  ['okta', 503, okta('E0000010'), 'okta/out-of-service', 'nobody', 'read-only'],
  ['slack', 200, no('not_in_channel'), 'slack/not-a-member', 'customer-admin', '/invite'],
  ['slack', 200, no('invalid_auth'), 'slack/not-authenticated', 'customer-admin', 'IP address'],
  [
    'slack',
    200,
    no('enterprise_is_restricted'),
    'slack/workspace-restriction',
    'caller',
    'Enterprise',
  ],
  [
    'notion',
    404,
    notion('object_not_found'),
    'notion/object-not-found',
    'customer-admin',
    'shared',
  ],
  ['notion', 503, notion('service_unavailable'), 'notion/unavailable', 'nobody', '60 seconds'],
];

describe('the answer of a CRM, ticketing, identity or document vendor', () => {
  test.each(answers)('%s %i %j is %s', (host, status, raw, id, actor, says) => {
    const [first] = diagnose(host, status, raw);
    expect([first?.id, first?.actor]).toEqual([id, actor]);
    expect(`${first?.cause} ${first?.fix.map((step) => step.do).join(' ')}`).toContain(says);
  });

  test('compares Entra codes whole, since they share beginnings', () => {
    expect(diagnose('entra', 400, aad(500113))[0]?.id).toBe('microsoft/sign-in-failed');
    expect(diagnose('entra', 401, aad(7000215))[0]?.id).toBe('microsoft/sign-in-failed');
  });

  test.each([
    ['slack 404', 'slack'],
    ['jira 401', 'jira'],
    ['notion object_not_found', 'notion'],
    ['okta 403', 'okta'],
  ])('stays unsure of %j, said without a word of StackOne', (words, vendor) => {
    const sure = answer(words, { knowledge }).diagnoses.filter(
      ({ id, confidence }) => id.startsWith(`${vendor}/`) && confidence >= 0.5,
    );
    expect(sure).toEqual([]);
  });
});
