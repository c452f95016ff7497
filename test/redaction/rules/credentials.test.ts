import { expect, test } from 'vitest';
import { redactText } from '../../../src/redaction/redact.ts';

const BASIC = '[redacted:basic-credentials]';
const URL_PAIR = '[redacted:url-credentials]';
const pair = Buffer.from('kim:hunter2').toString('base64');
const armour = (edge: string) => `-----${edge} RSA PRIVATE KEY-----`;
const LINE = 'MIIEpAIBAAKCAQEA7bqNOTREAL0123456789';
const KEY = '[redacted:private-key]';

test.each([
  ['curl -u kim:hunter2 https://h/x', `curl -u ${BASIC} https://h/x`],
  ['curl -ukim:hunter2 https://h/x', `curl -u${BASIC} https://h/x`],
  [
    "mysqldump -uroot -p'hunter2xx' hr && curl -u kim:hunter2 https://h/x",
    `mysqldump -uroot -p'[redacted:password]' hr && curl -u ${BASIC} https://h/x`,
  ],
  ['curl --user "kim:hunter2" x', `curl --user "${BASIC}" x`],
  ['["curl","-u","kim:pw"]', `["curl","-u","${BASIC}"]`],
  [
    'tool --token abc123 --password pw',
    'tool --token [redacted:token] --password [redacted:password]',
  ],
  ['curl -b "sid=1" x', 'curl -b "[redacted:cookie]" x'],
  [`got Basic ${pair} back`, `got Basic ${BASIC} back`],
  ['sent Bearer abc123def456', 'sent Bearer [redacted:bearer-token]'],
  ["Server auth using Basic with user 'kim'", `Server auth using Basic with user '${BASIC}'`],
  ['git push -u origin main', 'git push -u origin main'],
  ['docker run -u 1000:1000', 'docker run -u 1000:1000'],
])('takes credentials out of the command or sentence %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  ['postgres://u:p@db.example.com/x', `postgres://${URL_PAIR}@db.example.com/x`],
  ['https://u:p@ss@h.example.com/', `https://${URL_PAIR}@h.example.com/`],
  ['https:\\/\\/u:p@h\\/x', `https:\\/\\/${URL_PAIR}@h\\/x`],
  ['https%3A%2F%2Fu%3Ap%40h.com%2F', `https%3A%2F%2F${URL_PAIR}%40h.com%2F`],
  ['ssh://git@github.com/o/r', 'ssh://git@github.com/o/r'],
  ['https://h.example.com/@kim', 'https://h.example.com/@kim'],
])('takes credentials out of the address %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  [`a\n${armour('BEGIN')}\n${LINE}\nshort\n${armour('END')}\nb`, `a\n${KEY}\nb`],
  [`"${armour('BEGIN')}\\n${LINE}\\n${armour('END')}\\n"`, `"${KEY}\\n"`],
  [`${armour('BEGIN')}\n${LINE}\n${LINE}\nabc`, KEY],
  [`"key":"${armour('BEGIN')}\\n${LINE}\\nabcdefgh`, `"key":"${KEY}`],
  [`the end\n${LINE}\n${LINE}\nab==\n${armour('END')}\nb`, `the end\n${KEY}\nb`],
  ['see -----BEGIN PRIVATE KEY', `see ${KEY}`],
  ['the PRIVATE KEY is missing', 'the PRIVATE KEY is missing'],
])('takes the private key out of %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  [
    '<wsse:Password Type="x">pw1</wsse:Password>',
    '<wsse:Password Type="x">[redacted:password]</wsse:Password>',
  ],
  ['&lt;Password&gt;pw1&lt;/Password&gt;', '&lt;Password&gt;[redacted:password]&lt;/Password&gt;'],
  ['<Password>required</Password>', '<Password>required</Password>'],
])('takes the secret out of the element %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  [
    'account,status,token\n1,401,q8Fx6MGH3yw2rmqZqHhupQs\n2,200,Zq8Fx6MGH3yw2rmqHhupQsA',
    'account,status,token\n1,401,[redacted:token]\n2,200,[redacted:token]',
  ],
  [
    '| api key | note |\n|---|---|\n| q8Fx6MGH3yw2rmqZqHhupQs | the old one |',
    '| api key | note |\n|---|---|\n| [redacted:api-key] | the old one |',
  ],
  // no table, or nothing secret in it
  ['token, status, path\nmissing, 401, /x', 'token, status, path\nmissing, 401, /x'],
  ['a token, a status\nand then, something', 'a token, a status\nand then, something'],
  [
    'email,access_token,status\nnone,q8Fx6MGH3yw2rmqZqHhupQs,401',
    'email,access_token,status\nnone,[redacted:token],401',
  ],
  ['**api key**: q8Fx6MGH3yw2rmqZqHhupQs', '**api key**: [redacted:api-key]'],
  ['*password:* q8Fx6MGH3yw2rmq', '*password:* [redacted:password]'],
])('redacts %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});
