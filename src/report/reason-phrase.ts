/** The registered name of a status, as Node knows it from IANA's list; `undefined` for a number without one. */
export function reasonPhrase(status: number): string | undefined {
  // Asked for when needed: an import would load all of HTTP at every start, for one name.
  return process.getBuiltinModule('node:http').STATUS_CODES[status];
}
