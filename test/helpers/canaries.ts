import type { WireObject } from './stackone-fixtures.ts';

/**
 * What StackOne keeps, with every field that its documents name, and a canary in each that may be neither shown nor kept:
 * a word that is no secret by its look, so that no rule of redaction takes it for us. `REDACTED` ones are by their look.
 */

export const CANARY = /zzcanary[a-z0-9]*/gi;

/** Another one each time, named for its place. */
function canary(place: string): string {
  return `zzcanary${place.replace(/[^a-z0-9]/gi, '')}`;
}

/** In texts of which the rest may be kept. */
export const REDACTED = [
  'canary.person@example.com',
  'fake-canary-bearer-0123456789abcdef',
  '203.0.113.99',
] as const;
const [PERSON, TOKEN, ADDRESS] = REDACTED;

const query = (place: string) => `?email=${canary(`query${place}`)}&token=${canary('queryToken')}`;

const headers = (place: string): WireObject => ({
  authorization: `Basic ${canary(`${place}Auth`)}`,
  cookie: `session=${canary(`${place}Cookie`)}`,
  [`x-${canary(`${place}Header`)}`]: canary(`${place}HeaderValue`),
});

const body = (place: string): WireObject => ({
  note: canary(`${place}Body`),
  [canary(`${place}Key`)]: { name: canary(`${place}Name`), salary: canary(`${place}Pay`) },
});

const names: WireObject = {
  service: canary('service'),
  resource: canary('resource'),
  child_resource: canary('childResource'),
  sub_resource: canary('subResource'),
  action: canary('action'),
  project_id: canary('project'),
  source_type: canary('sourceType'),
  source_value: canary('sourceValue'),
  source_id: canary('sourceId'),
  source_ip: canary('sourceIp'),
  is_worker: false,
  // Not in any document: more fields may come.
  [canary('unknownField')]: canary('unknownValue'),
};

const request = (place: string, id: string): WireObject => ({
  id,
  method: 'get',
  headers: headers(`${place}Request`),
  url: {
    url: `https://api.stackone.com/unified/ats/jobs${query(place)}`,
    hostname: 'api.stackone.com',
    path: `/unified/ats/jobs${query(place)}`,
    query_params: { filter: canary(`${place}Param`) },
  },
  body: body(`${place}Request`),
});

const response = (place: string, status: number): WireObject => ({
  status_code: status,
  headers: headers(`${place}Response`),
  body: body(`${place}Response`),
  provider_errors: [
    {
      status: 401,
      url: `https://user:${canary(`${place}Userinfo`)}@api.lever.co/v1/opportunities${query(place)}`,
      raw: {
        code: 'Unauthorized',
        message: `The key of ${PERSON} at ${ADDRESS} was refused: Bearer ${TOKEN}`,
        employee: body(`${place}Raw`),
        token: canary(`${place}RawToken`),
        headers: headers(`${place}Raw`),
      },
      headers: headers(`${place}Provider`),
    },
  ],
  custom_mapping_errors: [
    { id: canary('mapping'), message: canary('mappingText'), targetField: canary('target') },
  ],
});

const times = (at: string) => ({ event_datetime: at, start_time: at, end_time: at });

export function fullLog({
  requestId,
  accountId,
  status,
  at,
}: {
  readonly requestId: string;
  readonly accountId: string;
  readonly status: number;
  readonly at: string;
}): WireObject {
  const ids = { request_id: requestId, account_id: accountId };
  return {
    ...names,
    ...ids,
    ...times(at),
    http_method: 'get',
    path: `/unified/ats/jobs${query('path')}`,
    url: `https://api.stackone.com/unified/ats/jobs${query('url')}`,
    provider: 'lever',
    status,
    duration: 900,
    success: status < 400,
    request: request('log', requestId),
    response: response('log', status),
    step_requests: [
      {
        ...names,
        ...ids,
        ...times(at),
        id: canary('providerRequest'),
        http_method: 'get',
        path: `/v1/opportunities${query('stepPath')}`,
        url: `https://api.lever.co/v1/opportunities${query('stepUrl')}`,
        provider: 'lever',
        status: status < 400 ? 200 : 401,
        duration: 700,
        request: request('step', requestId),
        response: response('step', 401),
      },
    ],
  };
}

export function fullActionLog(requestId: string, accountId: string): WireObject {
  const plain = [
    'project_id',
    'connector_version',
    'connector_owner',
    'mode',
    'source_type',
    'source_id',
    'source_value',
    'auth_type',
    'auth_id',
    'user_agent',
    'ip_address',
    'session_id',
    'agent_id',
    'transport_type',
    'stream_type',
    'origin_owner_id',
    'origin_owner_name',
    'action_id',
    'connector_profile_id',
    'action_type',
    'category',
    'risk_level',
    'tier2_score',
    'request_body',
  ];
  return {
    ...Object.fromEntries(plain.map((field) => [field, canary(`action${field}`)])),
    log_id: '0b6a0f66-6a5e-4f63-9d0e-3d1a2c4b5e6f',
    log_type: 'action',
    action_run_id: requestId,
    event_time: '2026-11-23T05:00:00.000Z',
    start_time: '2026-11-23T05:00:00.000Z',
    end_time: '2026-11-23T05:00:01.000Z',
    duration_ms: 640,
    account_id: accountId,
    success: false,
    status_code: 403,
    connector_key: 'bamboohr',
    http_method: 'POST',
    url: `https://api.stackone.com/actions/rpc${query('action')}`,
    request: request('action', requestId),
    response: { ...response('action', 403), provider_errors: [] },
  };
}

export function fullActionStep(requestId: string): WireObject {
  return {
    log_type: 'step',
    action_run_id: requestId,
    step_index: 0,
    step_id: 'list_employees',
    step_function_name: 'request',
    step_function_version: canary('stepVersion'),
    step_iterations: 1,
    start_time: '2026-11-23T05:00:00.000Z',
    duration_ms: 500,
    project_id: canary('stepProject'),
    account_id: '47187425466113776871',
    skipped: false,
    success: false,
    status_code: 403,
    message: canary('stepMessage'),
    input: body('stepInput'),
  };
}

export function fullAccount(id: string, status: string): WireObject {
  return {
    id,
    provider: 'lever',
    provider_name: canary('providerName'),
    status,
    status_reasons: [
      {
        code: 'credentials_expired',
        description: `Refused for ${PERSON}: Bearer ${TOKEN}`,
        timestamp: '2026-11-23T04:58:00.000Z',
        details: canary('reasonDetails'),
      },
    ],
    origin_owner_id: canary('ownerId'),
    origin_owner_name: canary('ownerName'),
    origin_username: canary('userName'),
    credentials: { token: canary('credentials'), [canary('credentialKey')]: 1 },
    setup_information: { domain: canary('setup'), tenant: canary('tenant') },
    label: canary('label'),
    type: canary('type'),
    created_at: '2026-01-15T09:00:00.000Z',
    updated_at: '2026-11-20T09:00:00.000Z',
  };
}
