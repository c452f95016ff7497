import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  errorEnvelope,
  type StackOneAnswer,
  type StackOneFault,
  sendSpoiled,
} from './stackone-faults.ts';
import type { WireObject } from './stackone-fixtures.ts';

export type { StackOneFault } from './stackone-faults.ts';
export { actionLog, actionStep, linkedAccount, PLANTED, requestLog } from './stackone-fixtures.ts';

export interface StackOneOptions {
  readonly apiKey: string;
  /** Of the older generation, as `requestLog` makes them. */
  readonly logs?: readonly WireObject[];
  /** Of the newer generation, as `actionLog` makes them. */
  readonly actionLogs?: readonly WireObject[];
  /** Steps of action runs, as `POST /logs/steps` lists them. */
  readonly actionSteps?: readonly WireObject[];
  readonly accounts?: readonly WireObject[];
  /** A log comes without its steps, which only their own list has. */
  readonly stepsApart?: boolean;
  /** Whether StackOne heeds the filters of its lists is not known; here it does not. */
  readonly ignoresFilters?: boolean;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
}

export interface StackOneStandIn {
  /** Root, without a slash at its end. */
  readonly url: string;
  /** All that were received, also those that were refused. */
  readonly requests: readonly SeenRequest[];
  /** The most calls that were open at the same time. */
  readonly mostAtOnce: () => number;
  /** For one path or `*`: used up in this order, `null` being a healthy answer; the last one stays. */
  setFaults(path: string, ...faults: readonly (StackOneFault | null)[]): void;
  clearFaults(): void;
  /** Resolves when that many requests have been received. */
  received(count: number): Promise<void>;
  /** Also ends answers that are held back. */
  close(): Promise<void>;
}

/** Plays StackOne on loopback: what `requestLogs` of the official SDK, and our own client, call. */
export async function startStackOne(options: StackOneOptions): Promise<StackOneStandIn> {
  const requests: SeenRequest[] = [];
  const faults = new Map<string, (StackOneFault | null)[]>();
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let open = 0;
  let most = 0;

  const server = createServer((request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    const seen = readRequest(request);
    requests.push(seen);
    for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
    void handle(seen, response);
  });

  async function handle(seen: SeenRequest, response: ServerResponse): Promise<void> {
    const queue = faults.get(seen.path) ?? faults.get('*') ?? [];
    const fault = queue.length > 1 ? queue.shift() : queue[0];
    await sendSpoiled(response, answer(seen, options), fault ?? {});
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    mostAtOnce: () => most,
    setFaults: (path, ...list) => faults.set(path, [...list]),
    clearFaults: () => faults.clear(),
    received: (count) =>
      new Promise((resolve) => {
        if (requests.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readRequest(request: IncomingMessage): SeenRequest {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  return {
    method: request.method ?? '',
    path: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
  };
}

function answer(seen: SeenRequest, options: StackOneOptions): StackOneAnswer {
  const wanted = `Basic ${Buffer.from(`${options.apiKey}:`).toString('base64')}`;
  if (seen.headers.authorization !== wanted) return refuse(401, 'Unauthorized');
  if (seen.headers['user-agent'] === undefined) return refuse(403, 'Forbidden resource');
  const [, room = '', kind = '', id] = seen.path.split('/');
  const route =
    routes[`${seen.method} /${room}${kind === '' ? '' : `/${kind}`}`] ??
    routes[`${seen.method} /${room}/*`];
  return (
    route?.({ id: id ?? kind, hasId: id !== undefined, query: seen.query, options }) ??
    refuse(404, 'Not Found')
  );
}

interface Asked {
  readonly id: string;
  readonly hasId: boolean;
  readonly query: SeenRequest['query'];
  readonly options: StackOneOptions;
}

const routes: Readonly<Record<string, (asked: Asked) => StackOneAnswer>> = {
  'GET /requests/logs': ({ hasId, ...asked }) =>
    !hasId ? listLogs(asked) : asked.id === 'steps' ? listSteps(asked) : oneLog(asked),
  'GET /requests/platform-logs': () => ({ status: 200, json: { data: [], next: null } }),
  'GET /logs/actions': ({ id, options }) =>
    found((options.actionLogs ?? []).find((log) => log['action_run_id'] === id)),
  'POST /logs/steps': ({ options }) => ({
    status: 200,
    json: {
      data: options.actionSteps ?? [],
      query: { page: 1, page_size: 25 },
      total: (options.actionSteps ?? []).length,
    },
  }),
  'GET /accounts': ({ options }) => ({ status: 200, json: options.accounts ?? [] }),
  'GET /accounts/*': ({ id, options }) =>
    found((options.accounts ?? []).find((account) => account['id'] === id)),
};

type AskedLogs = Omit<Asked, 'hasId'>;

function oneLog({ id, query, options }: AskedLogs): StackOneAnswer {
  const include = query['include'];
  if (include !== undefined && !['step_logs', 'advanced_logs'].includes(include))
    return refuse(400, 'include must be one of: step_logs, advanced_logs');
  const log = (options.logs ?? []).find((one) => one['request_id'] === id);
  if (log === undefined) return refuse(404, 'Not Found');
  const shown = options.stepsApart === true ? { ...log, step_requests: [] } : log;
  return { status: 200, json: { data: onlyIncluded(shown, include) } };
}

/** Steps and the advanced part come only when they are asked for. */
function onlyIncluded(log: WireObject, include: string | undefined): WireObject {
  return {
    ...log,
    ...(include === 'advanced_logs' ? {} : { request: null, response: null }),
    ...(include === 'step_logs' ? {} : { step_requests: null }),
  };
}

/** Rows have no advanced part, and no steps. */
function listLogs(asked: AskedLogs): StackOneAnswer {
  const { logs = [], ignoresFilters = false } = asked.options;
  const rows = ignoresFilters ? logs : logs.filter((log) => isWanted(log, asked.query));
  const sorted = rows.toSorted((one, other) => timeOf(other) - timeOf(one));
  return page(
    sorted.map(({ request, response, ...row }) => ({ ...row, step_requests: null })),
    asked.query,
  );
}

function listSteps({ query, options }: AskedLogs): StackOneAnswer {
  const rows = (options.logs ?? [])
    .filter((log) => options.ignoresFilters === true || isWanted(log, query))
    .flatMap(({ step_requests: steps }) => (Array.isArray(steps) ? steps : []))
    .map((step) => (isObject(step) ? without(step, 'request', 'response') : step));
  return page(rows, query);
}

const isObject = (value: unknown): value is WireObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const without = (object: WireObject, ...names: readonly string[]): WireObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

const timeOf = (log: WireObject): number => Date.parse(String(log['event_datetime']));

/** The filters that travel flat, as the official SDKs send them. */
const FILTERS: Readonly<Record<string, string>> = {
  account_ids: 'account_id',
  providers: 'provider',
  status_codes: 'status',
  request_ids: 'request_id',
};

function isWanted(log: WireObject, query: SeenRequest['query']): boolean {
  return Object.entries(FILTERS).every(
    ([name, field]) => query[name]?.split(',').includes(String(log[field])) ?? true,
  );
}

/** StackOne answers 25 rows, and at most 100; `next` leads on. */
function page(rows: readonly unknown[], query: SeenRequest['query']): StackOneAnswer {
  const size = Number(query['page_size'] ?? 25);
  if (!Number.isInteger(size) || size < 1 || size > 100)
    return refuse(400, 'page_size must be a number from 1 to 100');
  const start = query['next'] === undefined ? 0 : Number(query['next'].replace(/^cursor-/, ''));
  if (!Number.isInteger(start)) return refuse(400, 'next is no cursor of this list');
  const next = start + size < rows.length ? `cursor-${start + size}` : null;
  return { status: 200, json: { data: rows.slice(start, start + size), next } };
}

function found(object: WireObject | undefined): StackOneAnswer {
  return object === undefined ? refuse(404, 'Not Found') : { status: 200, json: object };
}

function refuse(status: number, message: string): StackOneAnswer {
  return { status, json: errorEnvelope(status, message) };
}
