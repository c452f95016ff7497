import { redactText } from '../redaction/redact.ts';

const GROUPS = '(?<![\\w:])[\\da-f]{0,4}(?::[\\da-f]{0,4})';
/** Four numbers, with or without groups before them, or four groups of hexadecimal digits; the time of day has three. */
const IP_ADDRESS = new RegExp(
  [
    `${GROUPS}{2,7}(?:\\.\\d{1,3}){3}\\b`,
    '\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b',
    `${GROUPS}{3,7}(?![\\w:])`,
  ].join('|'),
  'gi',
);

/**
 * What may be kept of words that others wrote into a log: without secrets and people, and without anybody's network.
 * In a paste an address of that look may be a version, and is redacted beside its label only; here nobody misses it.
 */
export function scrub(text: string): string {
  return redactText(text).replace(IP_ADDRESS, '[redacted:ip-address]');
}
