/** Pastes of a given size, the same at every run. */

const FAILURE = {
  statusCode: 502,
  message: 'Bad Gateway',
  provider_errors: [
    {
      status: 401,
      url: 'https://api.lever.co/v1/postings?limit=5',
      raw: { code: 'Unauthorized', message: 'Invalid authentication token' },
    },
  ],
};

/** A print-out of a failed call with its headers and some prose around it. */
export function paste4Kb(): string {
  const headers = Array.from(
    { length: 40 },
    (_, at) => `x-header-${at}: value number ${at} of this response`,
  ).join('\n');
  const text = `We see this since this morning:\nHTTP/2 502\nx-request-id: adbf752f-6457-4ddd-89b3-98ae2252b83b\n${headers}\n\n${JSON.stringify(FAILURE, null, 2)}\n`;
  return (
    text +
    'and it goes on like this for every page\n'.repeat(
      Math.max(0, Math.floor((4_000 - text.length) / 40)),
    )
  );
}

/** A worker's log in JSON Lines, with one failure three quarters down. */
export function logOf(chars: number): string {
  const lines: string[] = [];
  for (let at = 0, size = 0; size < chars; at += 1) {
    const line = JSON.stringify({
      level: 30,
      time: 1747190000000 + at * 1731,
      pid: 18,
      msg: 'page stored',
      records: at % 900,
      durationMs: at % 700,
      statusCode: 200,
      path: '/unified/hris/employees',
    });
    lines.push(line);
    size += line.length + 1;
  }
  lines.splice(
    Math.floor(lines.length * 0.75),
    0,
    JSON.stringify({
      level: 50,
      msg: 'StackOne failed',
      account: '45355976281015164504',
      payload: FAILURE,
    }),
  );
  return lines.join('\n');
}
