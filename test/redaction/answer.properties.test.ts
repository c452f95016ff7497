import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../../src/answer.ts';
import { draw } from '../helpers/draw.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { hex, leftOf, lower, mixed, uuid } from './published/fake.ts';
import { tokens } from './published/tokens.ts';

/** Wherever a secret stands in a paste, nothing of it comes out of the engine, and what people need does. */

const RUNS = { numRuns: 60 };
const REQUEST = 'adbf752f-6457-4ddd-89b3-98ae2252b83b';
const ACCOUNT = '45355976281015164504';
const HEAD = `HTTP/2 502\nx-request-id: ${REQUEST}\nx-account-id: ${ACCOUNT}\n`;

interface Planted {
  readonly name: string;
  readonly secret: string;
}

/** What a field of this name must not give away. */
const fields = fc.constantFrom<Planted>(
  { name: 'password', secret: 'n0tR3al-pW-9xY2' },
  { name: 'client_secret', secret: mixed(40) },
  { name: 'api_key', secret: hex(32) },
  { name: 'X-API-Key', secret: lower(24) },
  { name: 'access_token', secret: uuid },
  { name: 'refreshToken', secret: mixed(20) },
  { name: 'Authorization', secret: `Bearer ${mixed(30)}` },
  { name: 'authorization', secret: `Basic ${Buffer.from('kim:n0tR3al-pW').toString('base64')}` },
  { name: 'email', secret: 'kim.lee@example.com' },
  { name: 'phone', secret: '+49 151 12345678' },
  { name: 'iban', secret: 'DE89370400440532013000' },
  { name: 'ssn', secret: '123-45-6789' },
  { name: 'passport_number', secret: 'C01X00T4789' },
  { name: 'full_name', secret: 'Kimberley Leeuwenhoek' },
  { name: 'date_of_birth', secret: '1990-02-28' },
);
/** Known by their look under any name. */
const bare = fc.constantFrom(...tokens).map(([, secret]): Planted => ({ name: 'error', secret }));
const planted = fc.oneof(fields, bare);

const line = ({ name, secret }: Planted): string => `${name}: ${secret}`;
const item = ({ name, secret }: Planted): object => ({
  statusCode: 502,
  detail: { [name]: secret },
});
const failure = (message: string): object => ({
  statusCode: 502,
  message: 'Bad Gateway',
  provider_errors: [
    {
      status: 401,
      url: 'https://api.lever.co/v1/postings',
      raw: { code: 'Unauthorized', message },
    },
  ],
});

const dresses: readonly (readonly [string, (it: Planted) => string])[] = [
  ['in plain text', (it) => `why is this? ${line(it)}`],
  ['in JSON', (it) => JSON.stringify(item(it))],
  ['in pretty JSON', (it) => JSON.stringify(item(it), null, 2)],
  ['in JSON in a string', (it) => JSON.stringify({ body: JSON.stringify(item(it)) })],
  [
    'in JSON in a string in a string',
    (it) => JSON.stringify({ raw: JSON.stringify({ body: JSON.stringify(item(it)) }) }),
  ],
  ['in a printed object', (it) => inspect(item(it), { depth: 9 })],
  ['in a coloured print', (it) => inspect(item(it), { depth: 9, colors: true })],
  ['in a dict of Python', (it) => `{'${it.name}': '${it.secret}', 'x': None}`],
  ['in a hash of Ruby', (it) => `{"${it.name}"=>"${it.secret}", :x=>nil}`],
  [
    'in a query',
    ({ name, secret }) =>
      `GET /unified/x?${new URLSearchParams({ a: '1', [name]: secret, z: '2' })} 502`,
  ],
  ['in a header', (it) => `> GET /unified/x HTTP/2\n> ${line(it)}\n> host: api.stackone.com\n`],
  [
    'in a folded header',
    ({ name, secret }) => `${name}:\r\n  ${secret}\r\nhost: api.stackone.com\r\n`,
  ],
  ['in a command', (it) => `curl -s -H '${line(it)}' https://api.stackone.com/unified/x`],
  ['in YAML', ({ name, secret }) => `call:\n  ${name}: "${secret}"\n  status: 502\n`],
  ['in an element', ({ name, secret }) => `<r><${name}>${secret}</${name}><x>1</x></r>`],
  ['in logfmt', ({ name, secret }) => `level=error status=502 ${name}="${secret}" x=1`],
  ['in a message of a provider', (it) => JSON.stringify(failure(`refused, ${line(it)}`))],
  [
    'in JSON in a message of a provider',
    (it) =>
      JSON.stringify(
        failure(JSON.stringify({ code: 'Bad', [it.name]: it.secret, message: line(it) })),
      ),
  ],
  [
    'in escapes of Unicode',
    ({ name, secret }) =>
      `{"statusCode":502,"message":"${escaped(`${name}: ${secret}`)}","${name}":"${escaped(secret)}"}`,
  ],
];

const mangles: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  [
    'as Slack escapes it',
    (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  ],
  ['with links as Slack makes them', (text) => text.replace(/https:\/\/[^\s"'\\<>|]+/g, '<$&|$&>')],
  [
    'with curly quotes',
    (text) => text.replace(/"([^"\n]*)"/g, '“$1”').replace(/'([^'\n]*)'/g, '‘$1’'),
  ],
  ['with zero-width characters', (text) => text.replace(/(.{7})/gsu, '$1\u200b')],
  ['with colours inside words', (text) => text.replace(/([a-z]\d)/g, '\u001b[01;31m$1\u001b[m')],
  ['quoted as in a mail', (text) => text.replace(/(^|\n)/g, '$1> ')],
  ['with Windows line ends', (text) => text.replace(/\r?\n/g, '\r\n')],
];

test.each(dresses)('never comes out, %s', (_, dress) => {
  fc.assert(
    fc.property(planted, fc.constantFrom(...mangles), fc.boolean(), (it, [, mangle], isLast) => {
      const paste = isLast ? HEAD + mangle(dress(it)) : `${mangle(dress(it))}\n${HEAD}`;
      const report = answer(paste, { knowledge });
      expectGone(it.secret, report);
      expect(report.redactions.length).toBeGreaterThan(0);
      expect(report.evidence.requestIds).toContain(REQUEST);
      expect(report.evidence.accountIds).toContain(ACCOUNT);
      expect(report.evidence.statuses).toContain(502);
    }),
    RUNS,
  );
});

/** These are told by what stands in their middle or at their end, which a cut takes away, or begin like any word. */
const ANCHORED =
  /^(?:telegram|hashicorp-tf|maxmind|mailchimp|mailgun-signing|facebook-access|twitter|@secp|datafactory|microsoft-teams|slack-webhook|django|1password-service|braintree-tokenization|jwt)/;

test.each(dresses)('never comes out where the paste is cut, %s', (_, dress) => {
  const cuttable = fc.oneof(
    fields,
    fc
      .constantFrom(...tokens.filter(([rule]) => !ANCHORED.test(rule)))
      .map(([, secret]): Planted => ({ name: 'error', secret })),
  );
  fc.assert(
    fc.property(cuttable, fc.nat(), (it, where) => {
      const whole = dress(it);
      const start = whole.indexOf(it.secret);
      if (start < 0) return;
      const head = headLength(it.secret);
      const keep = Math.min(it.secret.length, head + 12 + (where % it.secret.length));
      const report = answer(HEAD + whole.slice(0, start + keep), { knowledge });
      expectGone(it.secret.slice(head), report);
    }),
    RUNS,
  );
});

/** How far the letters go that its maker puts in front of every token, which are no secret. */
function headLength(secret: string): number {
  return Math.max(0, secret.search(/NOTREAL|NotReal|notreal|deadbeef|DEADBEEF|1234567/));
}

function expectGone(secret: string, report: ReturnType<typeof answer>): void {
  const value = secret.replace(/^(?:Bearer|Basic) /, '');
  const output = `${JSON.stringify(report)}\n${draw(report)}\n${draw(report, 'private')}`;
  expect(leftOf(value, output.replace(/\s+/g, ' '))).toBeUndefined();
}

function escaped(text: string): string {
  return text.replace(/[^ :]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
