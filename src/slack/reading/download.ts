import { setTimeout as pause } from 'node:timers/promises';

/** Text files larger than this are not read. */
export const MAX_FILE_BYTES = 1_048_576;

/** Redirections and waits. */
const MAX_HOPS = 3;
const TIMEOUT_MS = 10_000;
/** Slack asks for a second or two; what takes longer is not waited for. */
const LONGEST_WAIT_MS = 3_000;
/** Slack's and GovSlack's own; a workspace has its name before it. */
const SLACK_HOST = /(?:^|\.)slack(?:-gov)?\.com$/;

export type Download =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-big' }
  /** Another host than Slack's: it was not asked. */
  | { readonly kind: 'foreign' }
  /** Slack shows its login page instead, with status 200, to those who may not have the file. */
  | { readonly kind: 'refused' }
  /** Slack has too many downloads of us, also after we waited. */
  | { readonly kind: 'slowed' };

export interface DownloadOptions {
  readonly botToken: string;
  /** Its host is trusted as Slack's are. */
  readonly apiUrl: string;
  /** The file is a web page itself. */
  readonly isPage: boolean;
}

/**
 * Fetches a file that Slack keeps, with the token, which goes to Slack's own hosts and nowhere else, also when one of
 * them points elsewhere.
 *
 * @throws when the network fails, or Slack does not answer in time
 */
export async function download(url: string, options: DownloadOptions): Promise<Download> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let next = url;
  let isSlowed = false;
  for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
    if (!isSlacks(next, options.apiUrl)) return { kind: 'foreign' };
    const response = await fetch(next, {
      headers: { authorization: `Bearer ${options.botToken}` },
      redirect: 'manual',
      signal,
    });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      next = new URL(location, next).href;
    } else if (response.status === 429) {
      await response.body?.cancel();
      const waitMs = Number(response.headers.get('retry-after') ?? 1) * 1_000;
      if (!(waitMs <= LONGEST_WAIT_MS)) return { kind: 'slowed' };
      await pause(waitMs, undefined, { signal });
      isSlowed = true;
    } else return readBody(response, options);
  }
  return { kind: isSlowed ? 'slowed' : 'refused' };
}

export function isSlacks(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin, username } = new URL(url);
  if (username !== '') return false;
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && SLACK_HOST.test(hostname));
}

async function readBody(response: Response, { isPage }: DownloadOptions): Promise<Download> {
  const isLoginPage = !isPage && response.headers.get('content-type')?.startsWith('text/html');
  if (!response.ok || isLoginPage === true || response.body === null) {
    await response.body?.cancel();
    if (response.status >= 500) throw new Error(`Slack answered ${response.status}.`);
    return { kind: 'refused' };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the download.
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > MAX_FILE_BYTES) return { kind: 'too-big' };
    chunks.push(chunk);
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}
