import { expect, test } from 'vitest';
import { redactText } from '../../../src/redaction/redact.ts';

const AUTH = '[redacted:authorization-header]';

test.each([
  ['{"authorization":"Basic abc"}', `{"authorization":"${AUTH}"}`],
  ['{\\"Authorization\\":\\"Basic YWJj=\\"}', `{\\"Authorization\\":\\"${AUTH}\\"}`],
  [
    '{\\\\\\"Authorization\\\\\\":\\\\\\"Basic Y=\\\\\\"}',
    `{\\\\\\"Authorization\\\\\\":\\\\\\"${AUTH}\\\\\\"}`,
  ],
  ['> authorization: Basic YWJj\r\n> host: x', `> authorization: ${AUTH}\r\n> host: x`],
  ['* h2 [authorization: Basic YWJj]', `* h2 [authorization: ${AUTH}]`],
  ["'Authorization: Basic YWJj\\r\\n' +", `'Authorization: ${AUTH}\\r\\n' +`],
  ['Proxy-Authorization: Basic YWJj', `Proxy-Authorization: ${AUTH}`],
  ['Authorization: abc123def', `Authorization: ${AUTH}`],
  ['authorization: Token token="abc123"', `authorization: ${AUTH}`],
  [
    'Authorization: Digest username="kim", response="66ab"\nHost: y',
    `Authorization: ${AUTH}\nHost: y`,
  ],
  ['authorization: AWS4-HMAC-SHA256 Credential=A/b, Signature=abc\nx', `authorization: ${AUTH}\nx`],
  ['Authorization:[Bearer abc123]', `Authorization:[${AUTH}]`],
  ['"authorization"=>["Basic YWJj"]', `"authorization"=>["${AUTH}"]`],
  ["('Authorization', 'Bearer abc.def')", `('Authorization', '${AUTH}')`],
  ['{"name":"Authorization","value":"Basic YQ=="}', `{"name":"Authorization","value":"${AUTH}"}`],
  ['authorization=Bearer%20abc123def&x=1', `authorization=${AUTH}&x=1`],
  ['\x1b[36mAuthorization\x1b[39m: Basic YWJjOmRl', `Authorization: ${AUTH}`],
])('takes the authorization out of %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  ["-H 'X-API-Key: k3y-9f8e7d'", "-H 'X-API-Key: [redacted:api-key]'"],
  [
    "{'password': 'hunter2', 'token': b'abc'}",
    "{'password': '[redacted:password]', 'token': b'[redacted:token]'}",
  ],
  [
    "auth: { username: 'kim', password: 'pw' }",
    "auth: { username: 'kim', password: '[redacted:password]' }",
  ],
  ['?token=abc123&api_key=zz9&page=2', '?token=[redacted:token]&api_key=[redacted:api-key]&page=2'],
  ['?access_token=a1&sig=abcdef123', '?access_token=[redacted:token]&sig=[redacted:signature]'],
  ['client_secret=s3cr3t&grant_type=x', 'client_secret=[redacted:secret]&grant_type=x'],
  ['["password"]=>\n  string(7) "hunter2"', '["password"]=>\n  string(7) "[redacted:password]"'],
  ['[password] => hunter2\n', '[password] => [redacted:password]\n'],
  ['“password”: “hunter2”', '“password”: “[redacted:password]”'],
  ['password%3Dhunter2%26x%3D1', 'password%3D[redacted:password]%26x%3D1'],
  ['%22token%22%3A%22abc123%22', '%22token%22%3A%22[redacted:token]%22'],
  ["password: \x1b[32m'hunter2'\x1b[39m", "password: '[redacted:password]'"],
  ['Password=hunter2;Server=x', 'Password=[redacted:password];Server=x'],
  ['DB_PASSWORD=hunter2', 'DB_PASSWORD=[redacted:password]'],
  ['AccountKey=ab12==;EndpointSuffix=core', 'AccountKey=[redacted:api-key];EndpointSuffix=core'],
  ['//npm.example.com/:_authToken=abc-123', '//npm.example.com/:_authToken=[redacted:token]'],
  ['{"X-Hub-Session-Token":"abc"}', '{"X-Hub-Session-Token":"[redacted:token]"}'],
  ['x-stackone-signature: t=1,v1=abc', 'x-stackone-signature: [redacted:signature]'],
  ["password='it\\'s me1'", "password='[redacted:password]'"],
  ['"password":"a\\"b"', '"password":"[redacted:password]"'],
  ['"token":"YWJj\\/ZGVm"', '"token":"[redacted:token]"'],
  ['"token": "abc', '"token": "[redacted:token]'],
  ['{"password":12345}', '{"password":"[redacted:password]"}'],
  ['my password is hunter2', 'my password is [redacted:password]'],
  ['secret: "correct horse battery staple"', 'secret: "[redacted:secret]"'],
  ["username: 'aB3dE5gH7jK9mN1pQ3'", "username: '[redacted:basic-credentials]'"],
])('takes the value and nothing else out of %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  ['Cookie: a=b; c="d"\r\nHost: x', 'Cookie: [redacted:cookie]\r\nHost: x'],
  ['Set-Cookie: sid=abc; Path=/; HttpOnly', 'Set-Cookie: [redacted:cookie]; HttpOnly'],
  [
    "'set-cookie': [ 'sid=abc; Path=/', 'x=y' ]",
    "'set-cookie': [ '[redacted:cookie]', '[redacted:cookie]' ]",
  ],
  [
    '"cookies":[{"name":"sid","value":"abc"}]',
    '"cookies":[{"name":"sid","value":"[redacted:cookie]"}]',
  ],
  ["cookies={'sid': 'abc'}", "cookies={'sid': '[redacted:cookie]'}"],
  ['"cookies":[],"a":"b=c"', '"cookies":[],"a":"b=c"'],
  ["cookie: ''", "cookie: ''"],
])('takes the cookies out of %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  ['ssn: 123-45-6789 was rejected', 'ssn: [redacted:national-id] was rejected'],
  [
    '"national_insurance_number":"QQ123456C"',
    '"national_insurance_number":"[redacted:national-id]"',
  ],
  ['x-forwarded-for: 203.0.113.7, 198.51.100.1', 'x-forwarded-for: [redacted:ip-address]'],
  ['"source_ip":"2001:db8::1"', '"source_ip":"[redacted:ip-address]"'],
  ['clientIp=203.0.113.9', 'clientIp=[redacted:ip-address]'],
  ['"phone":491511234567,"x":1', '"phone":"[redacted:phone]","x":1'],
  ['iban: XX00 1234 5678 9012', 'iban: [redacted:iban]'],
])('takes personal data out of the labelled field %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});
