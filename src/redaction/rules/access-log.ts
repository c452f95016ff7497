import type { Rule } from '../rule.ts';

/** Apache's common log format, which nginx and others write too, and HAProxy's: the client stands in front. */
const CLIENT =
  /(^|["\n]|\\n|: )((?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})(?=(?::\d{1,5})?(?: [^\s[\]]{1,80}){0,2} \[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:)/gm;

/** Addresses of clients in access logs: the shape of the line is as good a cue as a word. */
export const accessLog: Rule = {
  name: 'access-log',
  patterns: [CLIENT],
  applies: (text) => /\[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:/.test(text),
  apply: (text, mask) =>
    text.replace(
      CLIENT,
      (_, before: string, address: string) => before + mask('ip-address', address),
    ),
};
