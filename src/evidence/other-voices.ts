/**
 * How other systems, and people who speak of their own, tell of failures. Each with who says so. A paste that names
 * StackOne beside it is StackOne's all the same: see `readSubject`.
 */
export function speaksOfOther(text: string): boolean {
  return VOICES.some((voice) => voice.test(text));
}

const VOICES: readonly RegExp[] = [
  // AWS' command line and SDKs
  /\bwhen calling the \w{3,60} operation\b/i,
  // Docker's client
  /\bThe push refers to repository\b|\bError response from daemon\b|\bparsing HTTP \d{3} response body\b/i,
  // AMQP 0-9-1 (RabbitMQ) has statuses that look like HTTP's: 403, 404, 406
  /\bAMQP\b|\bpika\.\w|\bChannel closed by server\b|\b(?:in|on) vhost '/i,
  // GitHub Actions, GitLab's runner
  /\bactions\/[\w-]{3,40}@(?:v?\d|[\da-f]{7})|\bFailed to (?:Create|Finalize|Get|Delete|List)\w{0,20}Artifact|\bUploading artifacts as\b|\bReceived non-retryable error\b/i,
  // Git
  /^CONFLICT \(|^Auto-merging |\bmerge conflicts?\b|\bautomatic merge failed\b/im,
  // PostgreSQL
  /\bcould not serialize access\b|\bdeadlock detected\b|\bconflict on relation\b/i,
  // FTP
  /^ftp: |^530 [A-Z]/m,
  // Django, WordPress
  /\bCSRF (?:token|verification|cookie)\b|\bError establishing a database connection\b/i,
  // Test runners, of what the reader's own code answered: Jest, Vitest, Playwright
  /\bexpect\(received\)\.|^\s{0,12}(?:\S{1,4} )?\d{0,4} ?\|? *(?:await )?expect\([^\n]{1,200}\)\.(?:not\.)?to[A-Z]/m,
  // RSpec, Cypress, k6
  /\bFailure\/Error: |\bhave_http_status\b|\bCypressError\b|\bhttp_req_(?:duration|failed)\b/,
  // Certificates: RFC 8555, section 6.7
  /\burn:ietf:params:acme:/,
  // Monitors: Datadog's queries, Grafana's and Prometheus' states
  /\b(?:sum|avg|min|max)\(last_\d{1,3}[mhd]\)|^\[(?:FIRING|RESOLVED|Alerting)\b/im,
  // Incidents of the reader's own
  /\bSEV-?[0-4]\b|\b(?:primary|replica) (?:db|database)\b|\b(?:db|database) failover\b/i,
  // Conventional commits in release notes
  /^[-*] (?:fix|feat|chore|docs|refactor|perf|test|build|ci)(?:\([\w ./-]{1,40}\))?!?: [^\n]{1,300}\n+[-*] (?:fix|feat|chore|docs|refactor|perf|test|build|ci)(?:\([\w ./-]{1,40}\))?!?: /m,
  // Reviews of code
  /^nit(?:pick)?: |^`{3}suggestion\b/im,
  // What the reader's own pages answer: `checkout is returning 500s`
  /\b(?:check-?out|web ?site|(?:our|my|the) (?:\w{1,20} )?site|status page|home ?page|storefront|web ?shop|log-?in|sign-?up|blog|cart|payments?|billing)(?: page| service| api| form| flow)? (?:(?:is|was|are|were|keeps?|kept|started) )?(?:returning|throwing|serving|showing|shows|responding|giving|threw|returns|returned|throws|serves|served|responds|responded|gives|gave)\b/i,
];

/**
 * Hosts that stand in a text without their scheme: `429 from acme.myshopify.com/admin`, `www.acme.example is down`.
 * Headers tell of gateways and are left out.
 */
export function bareHosts(text: string): readonly string[] {
  return [...text.replace(HEADER_LINE, '').matchAll(BARE_HOST)]
    .map((match) => (match[1] ?? '').toLowerCase())
    .filter((host) => !REVERSED.test(host));
}

const HEADER_LINE =
  /^[<> ]{0,4}(?!(?:host|site|url|domain|from|to)\b)[a-z][a-z\d-]{1,40}:[ \t][^\n]{0,4000}$/gm;
/** With `www.`, with a path, or with three labels; `socket.io` and `Microsoft.AspNetCore.App` are libraries. */
const BARE_HOST =
  /(?<![\w@./:$-])((?:www\.(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,12})(?![\w-]|\.\w)|(?:[a-z\d-]{1,63}\.){1,6}(?:com|net|org|io|dev|app|co|cloud|shop|example|eu|de|uk|fr|es|it|nl)(?=\/[\w~])|(?:[a-z\d-]{1,63}\.){2,6}(?:com|org|example|de|uk|fr|es|it|nl)(?![\w(-]|\.\w))/gi;
/** A package of Java: `com.acme.app`. */
const REVERSED = /^(?:com|org|net|io|de|uk|fr|co|dev|app)\./;
