import { type Format, type Fragment, type ReadContext, signal } from '../fragment.ts';
import { isAccountId, isUuid } from '../ids.ts';
import { findLooseValues } from '../loose-value.ts';
import { statusAlone } from '../provider-errors.ts';
import { isToPlatform } from '../to-call.ts';
import { readPrinted } from './objects.ts';

/**
 * Rows under a head that names its columns: CSV and TSV exports of logs, what psql and other database shells print,
 * Markdown tables, columns of blanks. One call for each row that has a status. A row's ID is that row's.
 */
export const tables: Format = {
  name: 'tables',
  read(text, context) {
    const rows: Fragment[] = [];
    const heads = new RegExp(HEAD);
    for (let head = heads.exec(text); head !== null; head = heads.exec(text)) {
      const table = readTable(text, head, context);
      rows.push(...table.rows);
      // No line is a row of one table and the head of the next: that would read it again for each head.
      heads.lastIndex = Math.max(heads.lastIndex, table.end);
    }
    return rows;
  },
};

/** A line that has a column for a status and no fields with their values. */
const HEAD =
  /^[^\n={}:]{0,300}?\b(?:http[_ ]?)?(?:status|response)[_ ]?(?:code)?\b[^\n={}:]{0,300}$/gim;

type Column =
  | 'status'
  | 'provider-status'
  | 'method'
  | 'url'
  | 'account'
  | 'request'
  | 'provider'
  | 'message';

/** What logs, their exports and their viewers call these columns. */
const COLUMNS: Readonly<Record<string, Column>> = {
  status: 'status',
  statuscode: 'status',
  httpstatus: 'status',
  httpstatuscode: 'status',
  responsecode: 'status',
  responsestatus: 'status',
  providerstatus: 'provider-status',
  providerstatuscode: 'provider-status',
  method: 'method',
  httpmethod: 'method',
  verb: 'method',
  path: 'url',
  url: 'url',
  endpoint: 'url',
  uri: 'url',
  account: 'account',
  accountid: 'account',
  xaccountid: 'account',
  linkedaccount: 'account',
  linkedaccountid: 'account',
  request: 'request',
  requestid: 'request',
  xrequestid: 'request',
  provider: 'provider',
  connector: 'provider',
  integration: 'provider',
  message: 'message',
  error: 'message',
  errormessage: 'message',
};

/** How cells are parted, the surest first; blanks part only where there are two or more. */
const SEPARATORS = [/[|│┃]/, /\t/, /;/, /,/, / {2,}/] as const;
const MAX_ROWS = 5_000;
const MAX_LINE = 4_000;

interface Table {
  readonly rows: readonly Fragment[];
  /** Offset of the first character that is none of it. */
  readonly end: number;
}

const NO_TABLE: Table = { rows: [], end: 0 };

function readTable(text: string, head: RegExpExecArray, context: ReadContext): Table {
  const separator = SEPARATORS.find((one) => one.test(head[0].trim()));
  if (separator === undefined) return NO_TABLE;
  const columns = split(head[0], separator).map((cell) => COLUMNS[fold(cell)]);
  const known = columns.filter((column) => column !== undefined);
  if (!known.includes('status') || known.length < 2) return NO_TABLE;
  const rows: Fragment[] = [];
  let at = head.index + head[0].length + 1;
  for (let count = 0; count < MAX_ROWS && at < text.length; count += 1) {
    const end = endOfLine(text, at);
    const line = text.slice(at, Math.min(end, at + MAX_LINE));
    if (!isRule(line)) {
      const cells = split(line, separator);
      if (cells.length !== columns.length) break;
      const row = toRecord(cells, { columns, span: [at, end], context });
      if (row !== undefined) rows.push(row);
    }
    at = end + 1;
  }
  const isOurs = known.some((column) => /^(?:account|request|provider)/.test(column));
  return { rows: isOurs || rows.some(isToPlatform) ? rows : [], end: at };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** `-----+------`, `|---|---|`, `├───┼───┤` */
function isRule(line: string): boolean {
  return /^[\s|+:=\-─━┌┬┐├┼┤└┴┘│]{3,}$/.test(line);
}

/** Cells without their blanks; a comma inside quotes parts nothing. */
function split(line: string, separator: RegExp): readonly string[] {
  const trimmed = line
    .replace(/\r$/, '')
    .replace(/^ +| +$/g, '')
    .replace(/^[|│┃]|[|│┃]$/g, '');
  const quoted: string[] = [];
  const plain = trimmed.replace(/"(?:[^"]|""){0,2000}"/g, (cell) => {
    quoted.push(cell.slice(1, -1).replaceAll('""', '"'));
    return `\u0000${quoted.length - 1}\u0000`;
  });
  return plain
    .split(separator)
    .map((cell) =>
      cell.trim().replace(/\u0000(\d{1,6})\u0000/g, (_, at) => quoted[Number(at)] ?? ''),
    );
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

function toRecord(
  cells: readonly string[],
  {
    columns,
    span,
    context,
  }: {
    readonly columns: readonly (Column | undefined)[];
    readonly span: readonly [number, number];
    readonly context: ReadContext;
  },
): Fragment | undefined {
  const cellOf = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const status = statusOf(cellOf('status'));
  if (status === undefined) return undefined;
  const provider = context.index.vendorOfName(cellOf('provider') || '-');
  const inner = statusOf(cellOf('provider-status'));
  const body = readBodies(cells, span, context);
  const message = cellOf('message');
  return {
    ...body,
    kind: 'record',
    span,
    platformStatus: status,
    ...(/^[A-Z]{3,7}$/i.test(cellOf('method')) ? { method: cellOf('method').toUpperCase() } : {}),
    ...(cellOf('url') === '' ? {} : { url: cellOf('url') }),
    ...(isAccountId(cellOf('account')) ? { accountId: cellOf('account') } : {}),
    ...(isUuid(cellOf('request')) ? { requestId: cellOf('request').toLowerCase() } : {}),
    ...(provider === undefined ? {} : { provider }),
    ...(inner === undefined || inner < 400
      ? {}
      : { providerErrors: [statusAlone(inner, provider ?? null)] }),
    ...(message === '' || status < 400 || /^[{[]/.test(message)
      ? {}
      : { message: context.redact(message) }),
    signals: [
      signal('status', status, { origin: 'table:status', quote: cellOf('status') }),
      ...(body?.signals ?? []),
      ...(provider === undefined
        ? []
        : [signal('provider', provider, { origin: 'table:provider', quote: cellOf('provider') })]),
    ],
  };
}

/** An answer that stands whole in a cell. */
function readBodies(
  cells: readonly string[],
  span: readonly [number, number],
  context: ReadContext,
): Fragment | undefined {
  return cells
    .filter((cell) => cell.startsWith('{'))
    .flatMap((cell) => findLooseValues(cell).map(({ value }) => ({ value, cell })))
    .flatMap(({ value, cell }) =>
      readPrinted({ value, span, certainty: 1 }, { text: cell, context }),
    )
    .find(({ kind }) => kind === 'record');
}

/** `403`, `403 Forbidden` */
function statusOf(cell: string): number | undefined {
  const status = /^([2-5]\d\d)(?: [A-Za-z ]{1,40})?$/.exec(cell)?.[1];
  return status === undefined ? undefined : Number(status);
}
