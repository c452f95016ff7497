import type { Call, Diagnosis, LogOutcome, Report, RequestLog } from '../../src/report/report.ts';

/** Small reports written by hand, for tests of what is drawn from them. */

export const REQUEST_ID = 'adbf752f-6457-4ddd-89b3-98ae2252b83b';
export const ACCOUNT_ID = '45355976281015164504';

export function call(given: Partial<Call> = {}): Call {
  return {
    method: 'GET',
    path: '/unified/ats/applications',
    platformStatus: 502,
    provider: 'lever',
    providerErrors: [],
    requestId: null,
    accountId: null,
    errorCode: null,
    message: null,
    failed: true,
    span: [0, 3],
    certainty: 1,
    signals: [],
    ...given,
  };
}

export function diagnosis(given: Partial<Diagnosis> = {}): Diagnosis {
  return {
    id: 'lever/401',
    kind: 'error',
    title: "Lever rejects this account's credentials",
    status: 401,
    system: 'Lever',
    rule: 'vendor-answer',
    confidence: 0.97,
    certainty: 'certain',
    call: null,
    relation: 'decisive',
    actor: 'customer-admin',
    cause: 'The credentials of the linked account are no longer accepted by Lever.',
    possible: [],
    fix: [
      { who: "Your customer's Lever admin", do: 'Check the credentials in *Lever*.' },
      { who: 'You', do: 'Have the account re-linked.' },
    ],
    check: 'Listing one opportunity returns `200`.',
    note: null,
    retry: { verdict: 'after-change', afterSeconds: null, advice: 'Once it is re-linked.' },
    because: ['provider_errors[0].status is 401'],
    escalate: 'when-fix-fails',
    tips: [],
    sources: [{ url: 'https://docs.example.com/errors', seen: '2026-11-23' }],
    ...given,
  };
}

export function requestLog(given: Partial<RequestLog> = {}): RequestLog {
  return {
    requestId: REQUEST_ID,
    method: 'GET',
    path: '/unified/ats/applications',
    provider: 'lever',
    accountId: ACCOUNT_ID,
    status: 502,
    durationMs: 1_200,
    at: '2026-11-23T05:00:00.000Z',
    steps: [
      {
        method: 'GET',
        path: '/v1/opportunities',
        host: 'api.lever.example',
        status: 401,
        durationMs: 800,
        provider: 'lever',
      },
    ],
    providerErrors: [],
    detailsMissing: false,
    ...given,
  };
}

type ReportParts = Partial<Omit<Report, 'evidence' | 'schema'>> & {
  readonly evidence?: Partial<Report['evidence']>;
};

/** A report that found nothing, with what is given laid over it. */
export function report({ evidence, ...given }: ReportParts = {}): Report {
  return {
    schema: 1,
    paste: { form: 'status', chars: 9, truncated: false },
    evidence: {
      statuses: [],
      providers: [],
      requestIds: [],
      accountIds: [],
      calls: [],
      retryAfterSeconds: null,
      accounts: [],
      signals: [],
      gaps: [],
      words: '',
      aboutPlatform: true,
      aboutOther: false,
      ...evidence,
    },
    diagnoses: [],
    tips: [],
    tipTexts: [],
    log: null,
    lookups: [],
    reach: null,
    recent: [],
    redactions: [],
    rotateKey: false,
    escalation: 'not-needed',
    labels: { lever: 'Lever' },
    ...given,
  };
}

/** Lever 401 from the tables, with a request ID that a look-up could settle. */
export function leverReport(given: ReportParts = {}): Report {
  return report({
    diagnoses: [diagnosis()],
    escalation: 'offered',
    ...given,
    evidence: {
      statuses: [401],
      providers: ['lever'],
      requestIds: [REQUEST_ID],
      signals: [
        { kind: 'status', value: 401, origin: 'words:status', quote: 'lever 401' },
        { kind: 'request-id', value: REQUEST_ID, origin: 'words:uuid', quote: REQUEST_ID },
      ],
      ...given.evidence,
    },
  });
}

/** The same once the log has been asked. */
export function withLog(before: Report, log: RequestLog = requestLog()): Report {
  const found: LogOutcome = { kind: 'found', requestId: log.requestId, log };
  return { ...before, log, lookups: [found] };
}
