/** Addresses in evidence: host and path, never the query. */

export interface Address {
  readonly host: string | null;
  readonly path: string | null;
}

const ABSOLUTE =
  /^[a-z][a-z0-9+.-]{0,20}:\/\/(?:[^@/?#\s]{1,200}@)?([^/?#:\s]{1,253})(?::\d{1,5})?([^?#\s]*)/i;

/** Reads host and path of an absolute or relative address; anything else is two nulls. Never throws. */
export function readAddress(url: string): Address {
  const trimmed = url.trim().slice(0, 4_000);
  const absolute = ABSOLUTE.exec(trimmed);
  if (absolute !== null) {
    return {
      host: (absolute[1] ?? '').toLowerCase().replace(/\.$/, '') || null,
      path: shorten(absolute[2]),
    };
  }
  if (/^\/[^\s?#]*/.test(trimmed))
    return { host: null, path: shorten(/^[^?#\s]*/.exec(trimmed)?.[0]) };
  const bare = /^((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})(\/[^?#\s]*)?$/i.exec(
    trimmed.split(/[?#]/, 1)[0] ?? '',
  );
  if (bare !== null) return { host: (bare[1] ?? '').toLowerCase(), path: shorten(bare[2]) };
  return { host: null, path: null };
}

function shorten(path: string | undefined): string | null {
  if (path === undefined || path === '') return null;
  return path.length > 300 ? `${path.slice(0, 299)}…` : path;
}

/** StackOne's own hosts. Source: StackOne's API and dashboard addresses, docs.stackone.com, seen 2026-11-23. */
export function isPlatformHost(host: string): boolean {
  return (
    host === 'stackone.com' || host.endsWith('.stackone.com') || host.endsWith('.stackone-dev.com')
  );
}

/** Paths that only StackOne's API has. */
export function isPlatformPath(path: string): boolean {
  return /^\/(?:unified|actions\/(?:rpc|search)|requests\/(?:logs|platform-logs)|connect_sessions|hub\/(?:connectors|accounts|connection_attempts)|mcp$)/.test(
    path,
  );
}

/** Hosts of examples, of the own machine and of private networks say nothing about whose system answered. */
export function isNeutralHost(host: string): boolean {
  return (
    /^(?:localhost|0\.0\.0\.0|\[?::1\]?|\d{1,3}(?:\.\d{1,3}){3})$/.test(host) ||
    host.endsWith('.local') ||
    host.endsWith('.internal') ||
    !host.includes('.')
  );
}
