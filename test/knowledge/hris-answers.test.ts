import { describe, expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import type { Actor } from '../../src/knowledge/schema.ts';
import { knowledge } from '../helpers/knowledge.ts';

const hosts = {
  workday: 'https://wd2-impl-services1.workday.com/ccx/service/acme/Human_Resources/v42.0',
  raas: 'https://wd2-impl-services1.workday.com/ccx/service/customreport2/acme/isu/Employees',
  personio: 'https://api.personio.de/v1/company/employees',
  recruiting: 'https://api.personio.de/v1/recruiting/applications',
  successfactors: 'https://api12preview.sapsf.eu/odata/v2/User',
  adp: 'https://api.adp.com/hr/v2/workers',
  gusto: 'https://api.gusto.com/v1/companies/a1/employees',
  rippling: 'https://rest.ripplingapis.com/workers',
  deel: 'https://api.letsdeel.com/rest/v2/contracts',
  remote: 'https://gateway.remote.com/v1/employments',
  docebo: 'https://acme.docebosaas.com/learn/v1/courses',
  cornerstone: 'https://acme.csod.com/services/api/x/users/v2/employees',
  bamboohr: 'https://acme.bamboohr.com/api/v1/employees/12',
} as const;

function diagnose(host: keyof typeof hosts, status: number, raw: unknown) {
  const paste = JSON.stringify({
    statusCode: 502,
    message: 'Bad Gateway',
    provider_errors: [{ status, url: hosts[host], raw }],
  });
  return answer(paste, { knowledge }).diagnoses;
}

const reason = (code: string) => ({ errors: [{ field: 'x', errors: [{ reason: code }] }] });
const odata = (code: string, value: string) => ({ error: { code, message: { value } } });
const soap = (text: string) =>
  `<SOAP-ENV:Fault><faultcode>SOAP-ENV:Client.validationError</faultcode><faultstring>${text}</faultstring></SOAP-ENV:Fault>`;

type Row = readonly [keyof typeof hosts, number, unknown, id: string, Actor, says: string];

/** What HRIS and LMS vendors answer, and what of the entry or its variant has to come out: actor and a word of cause or fix. */
const answers: readonly Row[] = [
  [
    'workday',
    500,
    soap('invalid username or password'),
    'workday/invalid-credentials',
    'customer-admin',
    'password',
  ],
  [
    'workday',
    500,
    soap('The task submitted is not authorized'),
    'workday/task-not-authorized',
    'customer-admin',
    'domain',
  ],
  [
    'raas',
    502,
    'The task submitted is not authorized.',
    'workday/task-not-authorized',
    'customer-admin',
    'Share the report',
  ],
  [
    'workday',
    500,
    soap("'X' is not a valid ID value for type = 'Learning_Course_ID'"),
    'workday/learning-content-check',
    'nobody',
    'expected',
  ],
  [
    'workday',
    500,
    soap("'X' is not a valid ID value for type = 'Employee_ID'"),
    'workday/invalid-id',
    'caller',
    'reference ID',
  ],
  [
    'workday',
    403,
    { error: 'permission denied', code: 'S22' },
    'workday/permission-denied',
    'customer-admin',
    'functional area',
  ],
  [
    'personio',
    401,
    { error: { message: 'Authorization is not provided' } },
    'personio/401',
    'customer-admin',
    'bearer token',
  ],
  [
    'personio',
    403,
    { error: { message: 'Provided authorization is not valid' } },
    'personio/403',
    'customer-admin',
    'permission',
  ],
  [
    'recruiting',
    403,
    { message: 'This action is unauthorized.' },
    'personio/403',
    'customer-admin',
    'X-Company-ID',
  ],
  [
    'recruiting',
    403,
    reason('feature.recruiting.disabled'),
    'personio/recruiting-disabled',
    'customer-admin',
    'plan',
  ],
  [
    'personio',
    404,
    { error: { code: 404, message: 'Time-off type not found.' } },
    'personio/record-not-found',
    'caller',
    'time-off types',
  ],
  [
    'personio',
    422,
    { error: { message: 'Supervisor with ID 5 not found' } },
    'personio/validation-failed',
    'caller',
    'current employee',
  ],
  [
    'recruiting',
    422,
    { message: 'Job position not published' },
    'personio/position-not-available',
    'customer-admin',
    'Publish',
  ],
  [
    'recruiting',
    400,
    reason('errors.posting-validation.channel-not-found'),
    'personio/position-not-available',
    'caller',
    'channels',
  ],
  [
    'recruiting',
    400,
    reason('errors.attribute-validation.invalid-date-format'),
    'personio/attribute-refused',
    'caller',
    'YYYY-MM-DD',
  ],
  [
    'recruiting',
    400,
    reason('errors.attribute-validation.unknown'),
    'personio/attribute-refused',
    'caller',
    'custom attribute',
  ],
  [
    'recruiting',
    400,
    reason('errors.attribute-validation.unknown-attribute-option'),
    'personio/attribute-refused',
    'caller',
    'options',
  ],
  [
    'recruiting',
    422,
    { message: 'There was a problem while processing attachments. Try again later' },
    'personio/attachments-failed',
    'provider',
    'later',
  ],
  ['personio', 429, null, 'personio/429', 'caller', '300 requests per minute'],
  [
    'successfactors',
    403,
    odata('LGN0002', 'x'),
    'successfactors/odata-permission',
    'customer-admin',
    'OData API',
  ],
  [
    'successfactors',
    403,
    odata('LGN0004', 'x'),
    'successfactors/wrong-api-server',
    'customer-admin',
    'API server',
  ],
  [
    'successfactors',
    403,
    odata('LGN0006', 'Token has been expired'),
    'successfactors/oauth-token-expired',
    'caller',
    'expired',
  ],
  [
    'successfactors',
    403,
    odata('LGN0007', 'x'),
    'successfactors/oauth-token',
    'customer-admin',
    'not valid',
  ],
  [
    'successfactors',
    400,
    odata('COE_PROPERTY_NOT_FOUND', 'Invalid property names: Foo'),
    'successfactors/unknown-property',
    'caller',
    'data model',
  ],
  [
    'successfactors',
    400,
    odata('COE_PROPERTY_EXCEED_MAX_LENGTH', 'x'),
    'successfactors/upsert-refused',
    'caller',
    'Shorten',
  ],
  [
    'adp',
    400,
    { error: 'invalid_request', error_description: 'Missing or duplicate parameters' },
    'adp/token-request',
    'stackone',
    'grant type',
  ],
  [
    'adp',
    400,
    { error: 'invalid_request', error_description: 'Validation error' },
    'adp/token-not-valid',
    'caller',
    'token',
  ],
  [
    'adp',
    403,
    { response: { applicationCode: { code: '403', message: 'Invalid Scope' } } },
    'adp/invalid-scope',
    'customer-admin',
    'entitled',
  ],
  [
    'gusto',
    404,
    { errors: [{ category: 'missing_permissions' }] },
    'gusto/embedded-only',
    'project-admin',
    'Gusto Embedded',
  ],
  [
    'gusto',
    422,
    { errors: [{ category: 'nested_errors', errors: [{ category: 'x' }] }] },
    'gusto/invalid-value',
    'caller',
    'errors[].errors',
  ],
  [
    'rippling',
    403,
    { error: 'The token has been revoked' },
    'rippling/token-revoked',
    'customer-admin',
    'Install or connect',
  ],
  [
    'rippling',
    400,
    { message: 'Status cannot be updated with other fields.' },
    'rippling/400',
    'caller',
    'call of its own',
  ],
  [
    'deel',
    400,
    { errors: [{ message: 'You must have access to the contract sent' }] },
    'deel/contract-not-visible',
    'unclear',
    'contract',
  ],
  [
    'remote',
    422,
    { message: { code: 'resource_invalid_state', message: 'x' } },
    'remote/resource-state',
    'caller',
    'wrong state',
  ],
  ['remote', 422, { errors: { start_date: ['is invalid'] } }, 'remote/422', 'caller', 'each field'],
  [
    'docebo',
    400,
    { errors: [{ id: 1, error: 'x', error_code: 1058 }] },
    'docebo/skills-operation',
    'unclear',
    'skills',
  ],
  [
    'cornerstone',
    401,
    {
      error: {
        message: 'Provided user does not have Rest services permissions and/or constraints',
      },
    },
    'cornerstone/api-switched-off',
    'customer-admin',
    'Manage APIs',
  ],
  ['bamboohr', 406, '', 'bamboohr/406', 'caller', 'not about content types'],
];

describe('the answer of an HRIS or LMS vendor', () => {
  test.each(answers)('%s %i %j is %s', (host, status, raw, id, actor, says) => {
    const [first] = diagnose(host, status, raw);
    expect([first?.id, first?.actor]).toEqual([id, actor]);
    expect(`${first?.cause} ${first?.fix.map((step) => step.do).join(' ')}`).toContain(says);
  });

  test('keeps the platform’s view of the same failure behind it', () => {
    const ids = diagnose('successfactors', 403, odata('LGN0008', 'x')).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['successfactors/company-id', 'stackone/502']);
  });

  test('shows the possible causes of a bare status, each with the check that decides', () => {
    const [first] = diagnose('adp', 403, null);
    expect(first?.possible.length).toBe(4);
    for (const { check } of first?.possible ?? []) expect(check).not.toBeNull();
  });
});
