/**
 * What loggers, containers and CI put before every line: taken off, so that an answer printed over several lines is one
 * text again. Level and logger's name stay: they are words like others.
 */
export function withoutLogPrefixes(text: string): string {
  let plain = text;
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const before = plain;
    for (const { cue, strip } of PREFIXES) if (cue.test(plain)) plain = strip(plain);
    if (plain === before) break;
  }
  return plain;
}

/** Only where two lines in a row are so: one alone is read as the object that it is. */
function withoutJsonWraps(text: string): string {
  const lines = text.split('\n');
  const told = lines.map(toldBy);
  return lines
    .map((line, at) => ((told[at - 1] ?? told[at + 1]) === undefined ? line : (told[at] ?? line)))
    .join('\n');
}

function toldBy(line: string): string | undefined {
  const text = /^\{"(?:log|line)":("(?:[^"\\]|\\.){0,20000}")[,}]/.exec(line)?.[1];
  if (text === undefined) return undefined;
  try {
    return String(JSON.parse(text)).replace(/\n$/, '');
  } catch {
    return undefined;
  }
}

/** A container's line in a host's journal in a CI's log. */
const MAX_LAYERS = 3;

const STAMP = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)';

interface Prefix {
  /** Whether it is worth looking at every line. */
  readonly cue: RegExp;
  strip(text: string): string;
}

const off =
  (pattern: RegExp) =>
  (text: string): string =>
    text.replace(pattern, '');

const PREFIXES: readonly Prefix[] = [
  // docker's json-file driver `{"log":"…\n","stream":"stderr",…}` and Loki's export `{"line":"…",…}`: a line of an answer in each
  { cue: /^\{"(?:log|line)":"/m, strip: withoutJsonWraps },
  // docker compose, `api-1  | …`: only where two lines in a row begin alike, or it is a table.
  { cue: /^[ \t]{0,8}[\w.-]{1,60} {1,30}\| /m, strip: withoutComposeNames },
  // Kubernetes, CRI log format: https://kubernetes.io/docs/concepts/cluster-administration/logging/; `P` is a part of a line.
  {
    cue: new RegExp(`^[ \\t]{0,8}${STAMP} std(?:out|err) [FP] `, 'm'),
    strip: (text) =>
      text
        .replace(
          new RegExp(
            `^[ \\t]{0,8}(${STAMP} std(?:out|err) P [^\\n]{0,20000})\\n${STAMP} std(?:out|err) [FP] `,
            'gm',
          ),
          '$1',
        )
        .replace(new RegExp(`^[ \\t]{0,8}${STAMP} std(?:out|err) [FP] `, 'gm'), ''),
  },
  // syslog, RFC 5424 and RFC 3164 (journald and rsyslog print the second without its number)
  {
    cue: /^[ \t]{0,8}<\d{1,3}>1 /m,
    strip: off(/^[ \t]{0,8}<\d{1,3}>1 (?:\S{1,80} ){5}(?:-|\[[^\]\n]{0,400}\]) /gm),
  },
  {
    cue: /^[ \t]{0,8}(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d /m,
    strip: off(
      /^[ \t]{0,8}(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.:-]{1,80} [\w.@/-]{1,60}(?:\[\d{1,10}\])?: /gm,
    ),
  },
  // Heroku, and what `docker logs -t`, GitHub Actions and journald's ISO format put before a line
  {
    cue: new RegExp(`^[ \\t]{0,8}${STAMP} `, 'm'),
    strip: off(
      new RegExp(
        `^[ \\t]{0,8}${STAMP} (?!std(?:out|err) [FP] )(?:(?:app|heroku)\\[[\\w.-]{1,40}\\]: )?`,
        'gm',
      ),
    ),
  },
  // `curl --trace-ascii`: a line for each part that came, then its text in lines of 64, each behind its offset
  {
    cue: /^(?:=>|<=) (?:Send|Recv) (?:header|data), \d/m,
    strip: (text) =>
      text
        .replace(/^(?:=>|<=) (?:Send|Recv) (?:SSL )?(?:header|data), [^\n]{1,60}\n/gm, '')
        .replace(/(?<=^[0-9a-f]{4}: [^\n]{64})\n[0-9a-f]{4}: /gm, '')
        .replace(/^[0-9a-f]{4}: /gm, '')
        .replace(/^== Info: /gm, '* '),
  },
];

function withoutComposeNames(text: string): string {
  const lines = text.split('\n');
  const names = lines.map((line) => /^[ \t]{0,8}[\w.-]{1,60} {1,30}\| /.exec(line)?.[0]);
  return lines
    .map((line, at) => {
      const name = names[at];
      const isRun = name !== undefined && (name === names[at - 1] || name === names[at + 1]);
      return isRun ? line.slice(name.length) : line;
    })
    .join('\n');
}
