import { expect, test } from 'vitest';
import { redactText } from '../../../src/redaction/redact.ts';

const T = 'q8Fx6MGH3yw2rmqZqHhupQs1';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

test.each([
  // a table whose head names them, also behind an underscore and with quoted cells
  [
    `account_id,client_secret,status\n45355976281015164504,${T},401`,
    'account_id,client_secret,status\n45355976281015164504,[redacted:secret],401',
  ],
  [
    'id,first_name,last_name,birth_date,salary\n412,Olga,Petrova,1988-05-05,61200',
    'id,first_name,last_name,birth_date,salary\n412,[redacted:person-name],[redacted:person-name],[redacted:birth-date],[redacted:salary]',
  ],
  [
    'id;"first_name";note\n1;"Kim";"a; b"',
    'id;"first_name";note\n1;"[redacted:person-name]";"a; b"',
  ],
  // psql with \x
  [
    `-[ RECORD 1 ]-+---\nid            | 7\nrefresh_token | ${T}`,
    '-[ RECORD 1 ]-+---\nid            | 7\nrefresh_token | [redacted:token]',
  ],
  // SQL, several rows
  [
    `INSERT INTO creds (id, access_token, status) VALUES (1, '${T}', 'on'), (2, NULL, 'off');`,
    "INSERT INTO creds (id, access_token, status) VALUES (1, '[redacted:token]', 'on'), (2, NULL, 'off');",
  ],
  // value before name
  [
    `[{"value":"${T}","name":"X-Api-Key"},{"value":"adbf752f-6457-4ddd-89b3-98ae2252b83b","name":"x-request-id"}]`,
    '[{"value":"[redacted:api-key]","name":"X-Api-Key"},{"value":"adbf752f-6457-4ddd-89b3-98ae2252b83b","name":"x-request-id"}]',
  ],
  // what an identity provider hands back
  [
    `https://app.example.com/cb?code=${T}&state=${T}x&scope=hris`,
    'https://app.example.com/cb?code=[redacted:oauth-code]&state=[redacted:oauth-state]&scope=hris',
  ],
  [
    `redirect%3Fcode%3D${T}%26scope%3Dhris`,
    'redirect%3Fcode%3D[redacted:oauth-code]%26scope%3Dhris',
  ],
  [
    `SAMLResponse=${base64(`<samlp:Response>${T}`)}&RelayState=a`,
    'SAMLResponse=[redacted:saml-assertion]&RelayState=a',
  ],
  // a blank between, or a word of another script
  [`used api token ${T} here`, 'used api token [redacted:token] here'],
  ['パスワード: nncMD5780', 'パスワード: [redacted:password]'],
  ['пароль — nncMD5780', 'пароль — [redacted:password]'],
  [
    'machine api.example.com login svc password abc12345',
    'machine api.example.com login svc password [redacted:password]',
  ],
  ["sshpass -p 'abc12345' ssh host", "sshpass -p '[redacted:password]' ssh host"],
  [
    'jdbc:oracle:thin:scott/tiger1@//db:1521/X',
    'jdbc:oracle:thin:[redacted:url-credentials]@//db:1521/X',
  ],
  ['Your verification code is 722034.', 'Your verification code is [redacted:pin].'],
  // wrapped
  [`API_KEY=${T}\\\n${T}\nPORT=3000`, 'API_KEY=[redacted:api-key]\nPORT=3000'],
  [
    `Authorization: Bearer ${T}\n ${T}\nAccept: x`,
    'Authorization: [redacted:authorization-header]\nAccept: x',
  ],
  // in a wrapper of a language
  [
    `Config { api_key: Some("${T}"), account_id: Some("7") }`,
    'Config { api_key: Some("[redacted:api-key]"), account_id: Some("7") }',
  ],
  // a manifest as JSON, an address in base64
  [
    `{"kind":"Secret","data":{"DB":"${base64('a long enough one')}"},"metadata":{"name":"db"}}`,
    '{"kind":"Secret","data":{"DB":"[redacted:secret]"},"metadata":{"name":"db"}}',
  ],
  [`url ${base64('postgres://app:hunter22@db/appx')}`, 'url [redacted:basic-credentials]'],
  [
    `Private-Lines: 1\n${T}\nPrivate-MAC: x`,
    'Private-Lines: 1\n[redacted:private-key]\nPrivate-MAC: x',
  ],
  // people
  [
    "{'name': 'Lucía Fernández', 'email': 'l@example.com'}",
    "{'name': '[redacted:person-name]', 'email': '[redacted:email]'}",
  ],
  [
    '"national_identity_numbers":[{"value":"ABCPE1234F","type":"pan"}]',
    '"national_identity_numbers":[{"value":"[redacted:national-id]","type":"pan"}]',
  ],
  [
    `1) "access_token"\n2) "${T}"\n3) "account_id"\n4) "47187425466113776871"`,
    '1) "access_token"\n2) "[redacted:token]"\n3) "account_id"\n4) "47187425466113776871"',
  ],
  [
    '<employee id="412"><field id="lastName">Zweigelt</field><field id="ssn">222-33-4444</field></employee>',
    '<employee id="412"><field id="lastName">[redacted:person-name]</field><field id="ssn">[redacted:national-id]</field></employee>',
  ],
  [
    '"phones":[{"value":"(123) 456-7891"}],"addresses":[{"value":"Main Road 12, Leeds"},{"value":"db1.example.com"}]',
    '"phones":[{"value":"[redacted:phone]"}],"addresses":[{"value":"[redacted:address]"},{"value":"db1.example.com"}]',
  ],
  ['write to kim [at] example.com', 'write to [redacted:email]'],
])('takes what is secret out of %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  'name,status,duration\nhr sync,401,12',
  'token, status, path\nmissing, 401, /x',
  'next page token b2Zmc2V0PTEwMCZsaW1pdD01',
  'https://h.example.com/x?state=active&code=AccountNotFoundError',
  'the token expired, the secret was rotated, a password reset',
  '{"name":"Lever Sandbox","provider":"lever","status":"active"}',
  '{"name":"Time Off","id":"7","type":"leave"}',
  'const key = Some("thing"); account_id: Some("45355976281015164504")',
  'refresh_token | string | required',
  "INSERT INTO jobs (id, status) VALUES (1, 'failed')",
  'token_type: bearer\n  c28xIQ1234abcdEFGH\n',
  'commit 9fceb02d0ae598e95dc970b74767f19372d61af8',
  'the api key TooManyRequestsError',
  '[{"value":"adbf752f-6457-4ddd-89b3-98ae2252b83b","name":"x-request-id"}]',
])('leaves %j', (text) => {
  expect(redactText(text)).toBe(text);
});
