import { expect, test } from 'vitest';
import { tables } from '../../../src/evidence/formats/tables.ts';
import { indexLexicon } from '../../../src/evidence/lexicon-index.ts';
import { lexicon } from '../../helpers/lexicon.ts';

const context = { index: indexLexicon(lexicon), redact: (text: string): string => text };
const rows = (text: string): readonly unknown[] =>
  tables
    .read(text, context)
    .map(({ method, url, platformStatus, accountId, requestId, provider }) =>
      [method, url, platformStatus, accountId, requestId?.slice(0, 4), provider].filter(
        (value) => value !== undefined,
      ),
    );

const [ONE, TWO] = ['41111111111111111111', '42222222222222222222'];
const [FIRST, SECOND] = [
  'aaaaaaaa-1111-4111-8111-111111111111',
  'bbbbbbbb-1111-4111-8111-111111111111',
];

test.each([
  [
    'CSV',
    `ts,method,path,status,account_id,request_id\n1,GET,/unified/hris/employees,200,${ONE},${FIRST}\n2,get,/unified/hris/employees,403,${TWO},${SECOND}`,
    [
      ['GET', '/unified/hris/employees', 200, ONE, 'aaaa'],
      ['GET', '/unified/hris/employees', 403, TWO, 'bbbb'],
    ],
  ],
  [
    'psql',
    ` id | http_status |      account_id      \n----+-------------+----------------------\n  1 |         502 | ${ONE}\n(1 row)`,
    [[502, ONE]],
  ],
  [
    'Markdown',
    `| provider | status code |\n|---|---:|\n| Lever | 401 Unauthorized |\n| HiBob | 200 |`,
    [
      [401, 'lever'],
      [200, 'hibob'],
    ],
  ],
  [
    'columns of blanks',
    `account               status  provider\n${ONE}  401     hibob`,
    [[401, ONE, 'hibob']],
  ],
  ['TSV', `Status\tProvider\r\n429\tlever\r\n`, [[429, 'lever']]],
  // whose calls these were does not show
  ['addresses of somebody else', 'url,status\nhttps://acme.example/a,404', []],
  ['people', 'name,status,age\nada,active,404', []],
  ['words', 'the status, and our response, are\nfour, hundred, 404', []],
])('reads %s', (_, text, expected) => {
  expect(rows(text)).toEqual(expected);
});

test('reads the answer that stands in a cell', () => {
  const body =
    '{"statusCode":502,"message":"Bad Gateway","provider_errors":[{"status":401,"url":"https://api.lever.co/v1/postings"}]}';
  const [row] = tables.read(
    `"status","url","body"\n502,https://api.stackone.com/unified/ats/jobs,"${body.replaceAll('"', '""')}"`,
    context,
  );
  expect(row?.providerErrors?.map(({ status, provider }) => [status, provider])).toEqual([
    [401, 'lever'],
  ]);
});
