/** Logs as StackOne keeps them, whole, with everything in them that must not come out of our enrichment. */

export type WireObject = Readonly<Record<string, unknown>>;

/** Planted in every fixture. None of these may be found in anything that we make of a log. */
export const PLANTED: readonly string[] = [
  'Basic djEuZXUxLmZha2Utbm90LWEta2V5Og==',
  'Bearer fake-provider-token-0001',
  'session=fake-cookie-0002',
  '203.0.113.77',
  'Wanda Planted',
  'wanda.planted@example.com',
  'Planted Holding Ltd',
  'fake-query-value-0003',
  'fake-raw-token-0004',
  'planted-body-text',
  'planted-agent/1.0',
  'planted-project-68574',
  'planted-provider-request-id',
];

const HEADERS = {
  authorization: 'Basic djEuZXUxLmZha2Utbm90LWEta2V5Og==',
  cookie: 'session=fake-cookie-0002',
  'user-agent': 'planted-agent/1.0',
  'x-forwarded-for': '203.0.113.77',
};
const PROVIDER_HEADERS = {
  authorization: 'Bearer fake-provider-token-0001',
  'set-cookie': 'session=fake-cookie-0002',
  'x-request-id': 'planted-provider-request-id',
};
const BODY = {
  note: 'planted-body-text',
  employee: { name: 'Wanda Planted', email: 'wanda.planted@example.com' },
};

export interface LoggedStep {
  readonly method?: string;
  /** Whole address at the provider; a query is added to it. */
  readonly url?: string;
  readonly status?: number;
  readonly durationMs?: number;
}

export interface LoggedProviderError {
  readonly status?: number | null;
  readonly url?: string | null;
  /** The provider's answer; a token and an address are added to an object. */
  readonly raw?: unknown;
}

export interface LoggedRequest {
  readonly requestId: string;
  readonly method?: string;
  readonly path?: string;
  readonly provider?: string;
  readonly service?: string;
  readonly accountId?: string;
  readonly status?: number;
  readonly durationMs?: number;
  /** ISO 8601, UTC. */
  readonly at?: string;
  readonly steps?: readonly LoggedStep[];
  readonly providerErrors?: readonly LoggedProviderError[];
  /** False: Advanced Logs is off in that project, so there is no `request` and no `response`. */
  readonly advancedLogs?: boolean;
}

/** A log of the older generation: everything that StackOne has of it; the stand-in leaves out what was not asked for. */
export function requestLog({
  requestId,
  method = 'get',
  path = '/unified/ats/applications',
  provider = 'lever',
  service = 'ats',
  accountId = '45355976281015164504',
  status = 502,
  durationMs = 1_200,
  at = '2026-11-23T05:00:00.000Z',
  steps = [{}],
  providerErrors = status >= 400 ? [{}] : [],
  advancedLogs = true,
}: LoggedRequest): WireObject {
  const ids = { request_id: requestId, account_id: accountId, project_id: 'planted-project-68574' };
  const names = {
    provider,
    service,
    resource: 'applications',
    child_resource: null,
    sub_resource: null,
    action: 'list',
  };
  const source = {
    source_type: 'PROJECT_API',
    source_value: null,
    source_id: null,
    source_ip: '203.0.113.77',
  };
  const end = new Date(Date.parse(at) + durationMs).toISOString();
  return {
    ...ids,
    ...names,
    ...source,
    event_datetime: at,
    start_time: at,
    end_time: end,
    http_method: method,
    path,
    url: `https://api.stackone.com${path}?filter=fake-query-value-0003`,
    status,
    duration: durationMs,
    success: status < 400,
    is_worker: false,
    request: advancedLogs
      ? {
          id: requestId,
          method,
          headers: { ...HEADERS, 'x-account-id': accountId },
          url: {
            url: `https://api.stackone.com${path}?filter=fake-query-value-0003`,
            hostname: 'api.stackone.com',
            path,
            query_params: { filter: 'fake-query-value-0003' },
          },
          body: BODY,
        }
      : null,
    response: advancedLogs
      ? {
          status_code: status,
          headers: HEADERS,
          body: BODY,
          provider_errors: providerErrors.map(wireProviderError),
          custom_mapping_errors: null,
        }
      : null,
    step_requests: steps.map((step, index) => ({
      ...ids,
      ...names,
      id: `planted-provider-request-id-${index}`,
      start_time: at,
      end_time: end,
      ...wireStep(step, status),
      is_worker: false,
      source_ip: '203.0.113.77',
      request: null,
      response: null,
    })),
  };
}

function wireStep(
  {
    method = 'get',
    url = 'https://api.lever.co/v1/opportunities',
    status,
    durationMs = 800,
  }: LoggedStep,
  outer: number,
): WireObject {
  const ended = status ?? (outer >= 400 ? 401 : 200);
  return {
    http_method: method,
    path: new URL(url).pathname,
    url: `${url}?api_key=fake-query-value-0003`,
    status: ended,
    duration: durationMs,
    success: ended < 400,
  };
}

function wireProviderError({
  status = 401,
  url = 'https://api.lever.co/v1/opportunities',
  raw = { code: 'Unauthorized', message: 'The credentials are not accepted.' },
}: LoggedProviderError): WireObject {
  const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  return {
    status,
    url: url === null ? null : `${url}?offset=fake-query-value-0003`,
    raw: isObject
      ? {
          ...raw,
          access_token: 'fake-raw-token-0004',
          ip: '203.0.113.77',
          contact: 'wanda.planted@example.com',
        }
      : raw,
    headers: PROVIDER_HEADERS,
  };
}

/** A log of the newer generation, as `GET /logs/actions/{id}` gives it. */
export function actionLog({
  requestId,
  method = 'POST',
  path = '/actions/rpc',
  provider = 'bamboohr',
  accountId = '47187425466113776871',
  status = 403,
  durationMs = 640,
  at = '2026-11-23T05:00:00.000Z',
}: LoggedRequest): WireObject {
  return {
    log_id: '0b6a0f66-6a5e-4f63-9d0e-3d1a2c4b5e6f',
    log_type: 'action',
    action_run_id: requestId,
    event_time: at,
    start_time: at,
    end_time: new Date(Date.parse(at) + durationMs).toISOString(),
    duration_ms: durationMs,
    project_id: 'planted-project-68574',
    account_id: accountId,
    success: status < 400,
    status_code: status,
    connector_key: provider,
    connector_version: '1.2.3',
    connector_owner: 'stackone',
    mode: 'production',
    http_method: method,
    url: `https://api.stackone.com${path}?debug=fake-query-value-0003`,
    source_type: 'API',
    source_id: null,
    source_value: null,
    auth_type: 'API_KEY',
    auth_id: null,
    user_agent: 'planted-agent/1.0',
    ip_address: '203.0.113.77',
    session_id: null,
    agent_id: null,
    transport_type: 'HTTP',
    stream_type: 'HTTP',
    is_background: false,
    origin_owner_id: 'Wanda Planted',
    origin_owner_name: 'Planted Holding Ltd',
    action_id: `${provider}_list_employees`,
    connector_profile_id: null,
    action_type: 'sync',
    category: 'hris',
    risk_level: null,
    tier2_score: null,
  };
}

/** A linked account, with an owner's name and credentials in it. */
export function linkedAccount({
  id = '45355976281015164504',
  provider = 'lever',
  status = 'active',
  reasons = null,
}: {
  readonly id?: string;
  readonly provider?: string;
  readonly status?: string;
  readonly reasons?: readonly WireObject[] | null;
} = {}): WireObject {
  return {
    id,
    provider,
    provider_name: provider,
    status,
    status_reasons: reasons,
    origin_owner_id: 'Wanda Planted',
    origin_owner_name: 'Planted Holding Ltd',
    origin_username: null,
    credentials: { token: 'fake-raw-token-0004' },
    setup_information: null,
    label: null,
    type: 'production',
    created_at: '2026-01-15T09:00:00.000Z',
    updated_at: '2026-11-20T09:00:00.000Z',
  };
}

/** A step of an action run, as the newer generation lists it. */
export function actionStep({
  requestId,
  name = 'list_employees',
  status = 403,
  durationMs = 500,
  index = 0,
}: {
  readonly requestId: string;
  readonly name?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly index?: number;
}): WireObject {
  return {
    log_type: 'step',
    action_run_id: requestId,
    step_index: index,
    step_id: name,
    step_function_name: 'request',
    step_function_version: '1',
    step_iterations: 1,
    event_time: '2026-11-23T05:00:00.000Z',
    start_time: '2026-11-23T05:00:00.000Z',
    end_time: '2026-11-23T05:00:00.500Z',
    duration_ms: durationMs,
    project_id: 'planted-project-68574',
    account_id: '47187425466113776871',
    skipped: false,
    success: status < 400,
    status_code: status,
    message: 'planted-body-text for wanda.planted@example.com',
  };
}
