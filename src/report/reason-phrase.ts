import { STATUS_CODES } from 'node:http';

/** The registered name of a status, as Node knows it from IANA's list; `undefined` for a number without one. */
export function reasonPhrase(status: number): string | undefined {
  return STATUS_CODES[status];
}
