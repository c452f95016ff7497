import { expect, test } from 'vitest';
import { redactText } from '../../../src/redaction/redact.ts';

const MAIL = '[redacted:email]';
const PHONE = '[redacted:phone]';

test.each([
  ['ask kim.lee@example.com now', `ask ${MAIL} now`],
  ['q=email%3Akim%40example.com&x=1', `q=email%3A${MAIL}&x=1`],
  ['<mailto:a@b.co|a@b.co>', `<mailto:${MAIL}|${MAIL}>`],
  ['"x\\nkim@example.com"', `"x\\n${MAIL}"`],
  ['jörg@exämple.de', MAIL],
  ['contact kim@exam', `contact ${MAIL}`],
  ['lodash@4.17.21 icon@2x.png @here', 'lodash@4.17.21 icon@2x.png @here'],
])('takes the address out of %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  ['phone: +49 151 12345678', `phone: ${PHONE}`],
  ['or +44 20 7946 0958.', `or ${PHONE}.`],
  ['+44 20 7946 0018 412', `${PHONE} 412`],
  ['tel:+12025550123', `tel:${PHONE}`],
  ['tel%3A%2B12025550123', `tel%3A${PHONE}`],
  ['call me at 030 1234567', `call me at ${PHONE}`],
  ['Telefon: 030/1234567', `Telefon: ${PHONE}`],
  ['offset +0000, a+12025550123', 'offset +0000, a+12025550123'],
  ['the call 1234567890 failed', 'the call 1234567890 failed'],
])('takes the phone number out of %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test.each([
  ['to DE89 3704 0044 0532 0130 00 today', 'to [redacted:iban] today'],
  ['DE89370400440532013000', '[redacted:iban]'],
  ['DE88370400440532013000', 'DE88370400440532013000'],
])('takes the bank account out of %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});
