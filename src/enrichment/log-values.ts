import { readAddress } from '../evidence/urls.ts';
import { scrub } from './scrub.ts';

/** Single values of a log, each brought to one form or to null. Nothing here passes free text on. */

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** In upper case; the log has it in lower. */
export function readMethod(value: string | null): string | null {
  const method = value?.toUpperCase() ?? '';
  return METHODS.has(method) ? method : null;
}

export function readStatus(value: number | null): number | null {
  return value !== null && Number.isInteger(value) && value >= 100 && value <= 599 ? value : null;
}

/** Whole milliseconds. */
export function readDuration(value: number | null): number | null {
  return value !== null && value >= 0 && value < 1e9 ? Math.round(value) : null;
}

/** ISO 8601 in UTC. */
export function readTime(value: string | null): string | null {
  if (value === null || !/^\d{4}-\d{2}-\d{2}T/.test(value) || value.length > 40) return null;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** A provider's key, an account's ID: short and without blanks. */
export function readName(value: string | null): string | null {
  return value !== null && /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(value) ? value : null;
}

/** Host and path. No query; no address in figures, which is somebody's own network; nothing secret in the path. */
export function readPlace(url: string | null): {
  readonly host: string | null;
  readonly path: string | null;
} {
  const { host, path } = readAddress(url ?? '');
  return {
    host: host !== null && /^[a-z0-9.-]{1,250}\.[a-z][a-z0-9-]{1,62}$/.test(host) ? host : null,
    path: readPath(path),
  };
}

function readPath(path: string | null): string | null {
  // What does not begin with a slash is the rest of an address that was not understood, such as a long password.
  if (path === null || !path.startsWith('/')) return null;
  // repair: a query whose `?` was encoded
  return scrub(path.split(/%3f/i, 1)[0] ?? '');
}
