import type { Call } from './evidence.ts';

/**
 * A status printed by a tool, a server or a proxy that tells of its own: in a log or on several lines, and nothing in
 * the text is a client's account of an answer, a stack of the reader's code, or a word of the trade.
 *
 * @param failed - calls; those read from a response's head, an object or a sentence of the reader's are not judged
 */
export function isUnsigned(text: string, failed: readonly Call[]): boolean {
  if (failed.length === 0 || CLIENTS.test(text) || STACK.test(text) || TRADE.test(text))
    return false;
  if (!/\n\s{0,40}\S|\blevel=/.test(text.trim())) return false;
  return failed.every(
    ({ signals, providerErrors, errorCode }) =>
      providerErrors.length === 0 &&
      errorCode === null &&
      signals.every(({ kind, origin }) => kind !== 'status' || origin.startsWith('text:')),
  );
}

/** JavaScript, command lines, Python, .NET, Java, Ruby, Perl, PHP, and what most of them say. */
const CLIENTS =
  /axios|\bundici\b|\bo?fetch\b|FetchError|superagent|node_modules|\bcurl\b|\bwget\b|\bHTTPie\b|^\s{0,4}[<*]? ?HTTP\/\d|\bHTTP:|requests\.exceptions|\bhttpx\b|aiohttp|urllib|Http(?:Request|Web|Client|Response|Status)|\bWebException\b|RestClient|WebClient|Feign|okhttp|Faraday|Net::HTTP|net\/http|HTTParty|Typhoeus|\bLWP\b|Guzzle|HTTP_?(?:Status)?Error|ResponseError|\brequest failed\b|\bserver (?:responded|returned)|API error|SDKError|status code does not|failed with (?:HTTP|status)|responded with|returned (?:an? )?error/im;
/** Frames of JavaScript, Java, .NET, Python, Ruby, Go. */
const STACK = /^\s{1,12}at \S|\bTraceback \(|, line \d{1,6}, in |:\d{1,6}:in [`']|\.go:\d{1,6}/m;
const TRADE =
  /\b(?:sync\w{0,6}|employees?|candidates?|applicants?|hris|ats|crm|lms|connectors?|integrations?|tenant|linked account|x-request-id|request[_-]?id|account[_-]?id)\b/i;
