import { expect, test } from 'vitest';
import { redactText } from '../../../src/redaction/redact.ts';

const NAME = '[redacted:person-name]';
const BIRTH = '[redacted:birth-date]';
const PLACE = '[redacted:address]';
const PAY = '[redacted:salary]';
const ID = '[redacted:national-id]';

test.each([
  [
    '{"first_name":"Kim","last_name":"Lee-Müller"}',
    `{"first_name":"${NAME}","last_name":"${NAME}"}`,
  ],
  ["{ firstName: 'Kim', lastName: \"O'Neil\" }", `{ firstName: '${NAME}', lastName: "${NAME}" }`],
  ['owner_name: Kim Lee', `owner_name: ${NAME}`],
  ['full_name=Kim van der Lee status=400', `full_name=${NAME} status=400`],
  ['first_name=Kim&last_name=Lee&page=2', `first_name=${NAME}&last_name=${NAME}&page=2`],
  ['full_name=Kim%20Lee&x=1', `full_name=${NAME}&x=1`],
  ['{\\"fullName\\":\\"Kim Lee\\"}', `{\\"fullName\\":\\"${NAME}\\"}`],
  ['<wd:FirstName>Kim</wd:FirstName>', `<wd:FirstName>${NAME}</wd:FirstName>`],
  ['Vorname: Jörg, Nachname: Groß', `Vorname: ${NAME}, Nachname: ${NAME}`],
  ["'preferred_name' => 'Kimmy'", `'preferred_name' => '${NAME}'`],
  ['"first_name": "Ki', `"first_name": "${NAME}`],
  ['first_name: Kim 502 Bad Gateway', `first_name: ${NAME} 502 Bad Gateway`],
  ['address_line_1: 12 Main Street 404', `address_line_1: ${PLACE} 404`],
  ['ssn: 123-45-6789 422 Unprocessable', `ssn: ${ID} 422 Unprocessable`],
  ['first_name: Kim\nHTTP/2 502', `first_name: ${NAME}\nHTTP/2 502`],
  ['"date_of_birth":"1990-02-28"', `"date_of_birth":"${BIRTH}"`],
  ['dob=28.02.1990&x=1', `dob=${BIRTH}&x=1`],
  ['birthday: 28 February 1990', `birthday: ${BIRTH}`],
  ['"birthDate":"1990-02-28T00:00:00.000Z"', `"birthDate":"${BIRTH}"`],
  ['"street_1":"12 Main Street","city":"Rome"', `"street_1":"${PLACE}","city":"Rome"`],
  ['address_line_1: 12 Main Street', `address_line_1: ${PLACE}`],
  ['"zip_code":"EC1A 1BB"', `"zip_code":"${PLACE}"`],
  ['"postal_code":80331', `"postal_code":"${PLACE}"`],
  ['"address":"12 Main Street, Rome"', `"address":"${PLACE}"`],
  ['"base_salary":52000.50,"x":1', `"base_salary":"${PAY}","x":1`],
  ['pay_rate: €45.50', `pay_rate: ${PAY}`],
  ['"ssn":"123-45-6789"', `"ssn":"${ID}"`],
  ['codice fiscale: RSSMRA85T10A562S', `codice fiscale: ${ID}`],
  ['"nationalInsuranceNumber":"QQ 12 34 56 C"', `"nationalInsuranceNumber":"${ID}"`],
  ['Steuer-ID: 12 345 678 901', `Steuer-ID: ${ID}`],
  ['bsn=123456782', `bsn=${ID}`],
  ['"cpf":"123.456.789-09"', `"cpf":"${ID}"`],
  ['aadhaar: 1234 5678 9012', `aadhaar: ${ID}`],
  ['DNI: 12345678Z, NIE: X1234567L', `DNI: ${ID}, NIE: ${ID}`],
  ['pesel: 44051401359', `pesel: ${ID}`],
  ['personnummer: 811228-9874', `personnummer: ${ID}`],
  ['"sin":"046 454 286","tfn":"123 456 782"', `"sin":"${ID}","tfn":"${ID}"`],
  ['NIR: 2 55 08 14 168 025 38', `NIR: ${ID}`],
  ['"passport_number":"C01X00T47"', `"passport_number":"${ID}"`],
  ['"drivers_license_number":"D1234567"', `"drivers_license_number":"${ID}"`],
  ['"bank_account_number":"12345678"', '"bank_account_number":"[redacted:bank-account]"'],
  ['paid with 4111 1111 1111 1111 today', 'paid with [redacted:card-number] today'],
  ['card 5555555555554444.', 'card [redacted:card-number].'],
  ['4111 1111 1111 1112', '4111 1111 1111 1112'],
  [
    '203.0.113.9 - kim [21/May/2025:01:00:00 +0000] "GET / HTTP/1.1" 502',
    '[redacted:ip-address] - kim [21/May/2025:01:00:00 +0000] "GET / HTTP/1.1" 502',
  ],
  ['"x-real-ip":"203.0.113.9"', '"x-real-ip":"[redacted:ip-address]"'],
])('takes the person out of %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});
