import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { answer, enrichReport, wantsLog } from '../../src/answer.ts';
import { withoutLogs } from '../../src/engine.ts';
import type { LogReader } from '../../src/enrichment/lookups.ts';
import { recentFailures } from '../../src/recent.ts';
import { runTerminal, type TerminalDeps } from '../../src/terminal/run.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { arrange } from '../helpers/stackone-setting.ts';
import { requestLog } from '../helpers/stackone-stand-in.ts';

let reader: LogReader = withoutLogs('no-key');

const deps: TerminalDeps = {
  loadEngine: async ({ offline }) => ({
    async report(text) {
      const report = answer(text, { knowledge });
      return wantsLog(report)
        ? enrichReport(report, { knowledge, logs: withoutLogs(offline ? 'offline' : 'no-key') })
        : report;
    },
    recent: (filter) => recentFailures(filter, { knowledge, logs: reader }),
  }),
  doctor: async (write) => {
    write('ok   tables');
    return 0;
  },
};

async function run(
  args: readonly string[],
  input = '',
  env: Record<string, string> = {},
): Promise<{ status: number; out: string; err: string }> {
  const seen = { out: '', err: '' };
  const status = await runTerminal(
    args,
    {
      stdin: Readable.from([input]),
      stdout: { write: (text) => (seen.out += text), columns: 90 },
      stderr: { write: (text) => (seen.err += text) },
      env,
    },
    deps,
  );
  // Wrapped lines are no matter here.
  const isData = args.includes('--batch') || args.includes('--json');
  return {
    status,
    out: isData ? seen.out : seen.out.replace(/(?<=\S)\n\s*(?=\S)/g, ' '),
    err: seen.err,
  };
}

test('answers what stands on the line', async () => {
  const { status, out } = await run(['lever', '429']);
  expect(status).toBe(0);
  expect(out).toMatch(/^Lever/);
  expect(out).not.toContain('\u001b');
});

test('answers what comes in', async () => {
  const { status, out } = await run(
    ['--json'],
    '{"statusCode":412,"message":"Precondition failed"}',
  );
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    schema: 1,
    paste: { form: 'response' },
    diagnoses: [{ id: 'stackone/412' }],
  });
});

test('a command line that was pasted is text, options and all', async () => {
  expect(
    (await run(['curl', '-i', 'https://api.stackone.com/unified/ats/jobs', '->', '502'])).status,
  ).toBe(0);
});

test.each([
  [['lunch at 12:30?'], 1],
  [['--wrong'], 2],
  [['--help'], 0],
  [['help'], 0],
  [['doctor'], 0],
])('%j ends with status %i', async (args, status) => {
  expect((await run(args)).status).toBe(status);
});

test('a fault of ours ends with status 3 and one calm line', async () => {
  const broken: TerminalDeps = {
    ...deps,
    loadEngine: () => Promise.reject(new Error('disk on fire')),
  };
  let err = '';
  const status = await runTerminal(
    ['412'],
    {
      stdin: Readable.from([]),
      stdout: { write: () => true },
      stderr: { write: (text) => (err += text) },
      env: {},
    },
    broken,
  );
  expect([status, err]).toEqual([3, 'Something went wrong on my side: disk on fire\n']);
});

test('a batch keeps the order, copies ids, and goes on after a bad line', async () => {
  const lines = ['{"id":"a","text":"412"}', 'no json', '{"id":7}', '', '{"id":"b","text":"hello"}'];
  const { status, out } = await run(['--batch', '--offline'], lines.join('\n'));
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(1);
  expect(answers.map(({ id }) => id)).toEqual(['a', null, 7, 'b']);
  expect(answers[0].diagnoses[0].id).toBe('stackone/412');
  expect(answers[1].error).toMatch(/JSON/);
  expect(answers[2].error).toMatch(/text/);
});

test('says what it did not look up, and why', async () => {
  const id = 'adbf752f-6457-4ddd-89b3-98ae2252b83b';
  expect((await run([id])).out).toContain('no StackOne key is configured');
  expect((await run(['--offline', id])).out).toContain('stay offline');
});

test('escape sequences of a paste do not reach the terminal', async () => {
  const { out } = await run(
    [],
    '{"statusCode":502,"message":"\\u001b]0;owned\\u0007 x","provider_errors":[{"status":401,"url":"https://api.lever.co/\\u001b[2J","raw":{}}]}',
    { FORCE_COLOR: '1' },
  );
  expect(out).not.toContain('\u001b]0');
  expect(out).not.toContain('\u001b[2J');
});

test('recent lists the latest failures by cause, and says what was read', async () => {
  const logs = [502, 502, 412, 200].map((status, at) =>
    requestLog({
      requestId: `adbf752f-6457-4ddd-89b3-98ae2252b83${at}`,
      provider: status === 412 ? 'bamboohr' : 'lever',
      status,
      at: `2026-11-23T05:0${at}:00.000Z`,
    }),
  );
  reader = (await arrange({ logs, ignoresFilters: true })).platform;
  const all = await run(['recent']);
  expect(all.status).toBe(0);
  expect(all.out).toContain('3 recent failures');
  expect(all.out).toMatch(/1 +412 +BambooHR .*83b832|1 +412 +BambooHR/);
  expect(all.out).toMatch(/2 +502 +Lever/);
  expect(all.out).toContain('2026-11-23 05:01:00 UTC');
  const some = await run(['recent', 'lever']);
  expect(some.out).toContain('2 recent failures');
  expect(some.out).not.toContain('BambooHR');
  const none = await run(['recent', '404']);
  expect(none.status).toBe(1);
  expect(none.out).toContain('No recent failures');
  const wrong = await run(['recent', 'nobody-knows']);
  expect(wrong.out).toContain('I do not know that provider, account or status');
  reader = withoutLogs('no-key');
  expect((await run(['recent'])).out).toContain('No StackOne key is configured.');
});
