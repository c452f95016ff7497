import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { answer, enrichReport } from '../src/answer.ts';
import type { Platform } from '../src/enrichment/platform.ts';
import { recentFailures } from '../src/recent.ts';
import { runTerminal } from '../src/terminal/run.ts';
import { sample } from '../src/workspace/stand-in/index.ts';
import { knowledge } from './helpers/knowledge.ts';
import { type Mode, startTestBot } from './helpers/slack-bot.ts';
import { arrange, REQUEST_ID } from './helpers/stackone-setting.ts';
import {
  actionLog,
  actionStep,
  linkedAccount,
  requestLog,
  type StackOneFault,
} from './helpers/stackone-stand-in.ts';

/** What a request ID is worth, in Slack and in the terminal: the same question to both, and the same facts in the answer. */

const ACCOUNT = '45355976281015164504';
const OTHERS = ['45355976281015164601', '45355976281015164602', '45355976281015164603'];

interface Scene {
  readonly data: Parameters<typeof arrange>[0];
  readonly text?: string;
  readonly faults?: Readonly<Record<string, StackOneFault>>;
  readonly says: readonly (string | RegExp)[];
  readonly saysNot?: RegExp;
}

/** One row every minute, the newest first. */
function rows(
  count: number,
  make: (at: number) => Partial<Parameters<typeof requestLog>[0]>,
): readonly ReturnType<typeof requestLog>[] {
  return Array.from({ length: count }, (_, at) =>
    requestLog({
      requestId: `aaaaaaaa-6457-4ddd-89b3-${String(at).padStart(12, '0')}`,
      at: new Date(Date.parse('2026-11-23T04:59:00Z') - at * 60_000).toISOString(),
      ...make(at),
    }),
  );
}

const failed = requestLog({
  requestId: REQUEST_ID,
  steps: [
    { url: 'https://api.lever.co/v1/stages', status: 200, durationMs: 240 },
    { url: 'https://api.lever.co/v1/opportunities', status: 401, durationMs: 800 },
  ],
});
/** The provider's own answer is not in it. */
const refused = (status: number) =>
  requestLog({ requestId: REQUEST_ID, status, steps: [], providerErrors: [] });
const account = (status: string) => [linkedAccount({ id: ACCOUNT, status })];

const scenes: Readonly<Record<string, Scene>> = {
  'the provider call that failed, with status, time and share': {
    data: { logs: [failed] },
    says: [
      "Lever rejects this account's credentials",
      'Lever 401, passed on by StackOne as 502',
      'GET /v1/stages 200 240 ms, 20 % of the time (Lever)',
      'GET /v1/opportunities 401 800 ms, 67 % of the time (Lever)',
      '502 after 1.2 s · Lever · 2026-11-23 05:00:00 UTC',
    ],
  },
  "the provider's own answer makes the diagnosis": {
    data: {
      logs: [
        requestLog({
          requestId: REQUEST_ID,
          steps: [{ status: 429 }],
          providerErrors: [{ status: 429, raw: { code: 'TooManyRequests' } }],
        }),
      ],
    },
    says: ['Lever is limiting requests', 'Lever 429, passed on by StackOne as 502'],
  },
  'an action run, of the newer generation': {
    data: {
      actionLogs: [actionLog({ requestId: REQUEST_ID })],
      actionSteps: [
        actionStep({ requestId: REQUEST_ID, name: 'get_token', status: 200, durationMs: 160 }),
        actionStep({ requestId: REQUEST_ID, name: 'list_employees', index: 1, durationMs: 320 }),
      ],
    },
    says: [
      'request get_token 200 160 ms, 25 % of the time',
      'request list_employees 403 320 ms, 50 % of the time',
      'POST /actions/rpc',
    ],
  },
  'a log whose steps are in a list of their own': {
    data: { logs: [failed], stepsApart: true, ignoresFilters: true },
    says: ['GET /v1/opportunities 401 800 ms, 67 % of the time (Lever)'],
  },
  'a 412, settled by the account': {
    data: { logs: [refused(412)], accounts: account('inactive') },
    says: ['integration is switched off', `Account ${ACCOUNT}: inactive`],
    saysNot: /may be|Also possible/,
  },
  'a 412 of a suspended account': {
    data: { logs: [refused(412)], accounts: account('suspended') },
    says: [/suspended/, 'somebody paused it'],
    saysNot: /switched off|Also possible/,
  },
  "a provider's 401, with the account's state": {
    data: { logs: [failed], accounts: account('error') },
    says: [`Account ${ACCOUNT}: error`, 'its sign-in has run out or was revoked'],
  },
  'only this account': {
    data: {
      logs: [
        failed,
        ...rows(40, (at) =>
          at % 4 === 0
            ? { accountId: ACCOUNT, status: at < 24 ? 502 : 200 }
            : { accountId: OTHERS[at % 3] ?? ACCOUNT, status: 200 },
        ),
      ],
    },
    says: [
      '7 of the last 11 calls of this account failed',
      'since 2026-11-23 04:39:00 UTC',
      '3 other Lever accounts are fine',
      'last success of this call 2026-11-23 04:35:00 UTC',
      /[▁-█·]{3,} per 5 minutes: [\d, ]+ failed; [\d, ]+ succeeded/,
    ],
  },
  'only this operation': {
    data: {
      logs: [
        failed,
        ...rows(12, (at) =>
          at % 2 === 0 ? { status: 502 } : { status: 200, path: '/unified/ats/jobs' },
        ),
      ],
    },
    says: ['7 of the last 7 calls of this kind by this account failed'],
  },
  'all accounts of the provider': {
    data: {
      logs: [
        failed,
        ...rows(20, (at) => ({ accountId: [ACCOUNT, ...OTHERS][at % 4] ?? ACCOUNT })),
        ...rows(8, (at) => ({
          requestId: `bbbbbbbb-6457-4ddd-89b3-${String(at).padStart(12, '0')}`,
          provider: 'workday',
          accountId: '45355976281015164999',
          status: 200,
        })),
      ],
    },
    says: [
      '21 of the last 21 calls to Lever, over all accounts, failed',
      '3 of 3 other Lever accounts also fail',
      'look first at what they share',
    ],
  },
  everything: {
    data: {
      logs: [
        failed,
        ...rows(20, (at) => ({
          provider: at % 2 === 0 ? 'workday' : 'lever',
          accountId: at % 2 === 0 ? '45355976281015164999' : ACCOUNT,
        })),
      ],
    },
    says: ['21 of the last 21 calls of this project, over all providers, failed'],
  },
  'too few requests to say anything of reach': {
    data: { logs: [failed, ...rows(2, () => ({}))] },
    says: ['Lever 401'],
    saysNot: /of the last|succeeded/,
  },
  'an account ID alone': {
    data: { logs: [failed], accounts: account('suspended') },
    text: ACCOUNT,
    says: ['account is suspended', 'Its latest failures', REQUEST_ID],
  },
  'a StackOne that is down: the tables answer, with a gap': {
    data: { logs: [failed] },
    text: `lever 401 ${REQUEST_ID}`,
    faults: { '*': { status: 500 } },
    says: ["Lever rejects this account's credentials", "StackOne's log could not be read"],
  },
  'a key that is refused': {
    data: { logs: [failed] },
    text: `lever 401 ${REQUEST_ID}`,
    faults: { '*': { status: 401 } },
    says: ["Lever rejects this account's credentials", 'StackOne refused my key (401)'],
  },
  'a StackOne that is limiting us': {
    data: { logs: [failed] },
    text: `lever 401 ${REQUEST_ID}`,
    faults: { '*': { status: 429, retryAfter: 'Mon, 23 Nov 2026 05:00:40 GMT' } },
    says: ["Lever rejects this account's credentials", 'limiting my look-ups for 40 s'],
  },
  'an answer of more than 2 MB': {
    data: { logs: [failed] },
    faults: { [`/requests/logs/${REQUEST_ID}`]: { body: 'huge' } },
    says: ['I could not look that request up'],
  },
  'an expired log': {
    data: {},
    says: ['I found no log of that request', 'Logs are kept 90 days'],
  },
  'the latest failures': {
    data: { logs: [failed, ...rows(3, () => ({ status: 200 }))] },
    text: 'recent',
    says: ['1 recent failure', 'I read 4 requests, all that there are', REQUEST_ID],
  },
  'those of a status': {
    data: { logs: [failed, ...rows(3, () => ({ status: 429 }))], ignoresFilters: true },
    text: 'recent 502',
    says: ['1 recent failure', REQUEST_ID],
    saysNot: /429/,
  },
};

const flat = (text: string): string => text.replaceAll(/[`*]/g, '').replaceAll(/\s+/g, ' ');

function check(said: string, { says, saysNot }: Scene): void {
  for (const words of says)
    if (typeof words === 'string') expect(said).toContain(words);
    else expect(said).toMatch(words);
  if (saysNot !== undefined) expect(said).not.toMatch(saysNot);
}

async function stackOneOf({ data, faults = {} }: Scene): Promise<Platform> {
  const { platform, stackOne } = await arrange(data, { deadlineMs: 1_500 });
  for (const [path, fault] of Object.entries(faults)) stackOne.setFaults(path, fault);
  return platform;
}

describe.each(Object.entries(scenes))('%s', (_, scene) => {
  const text = scene.text ?? REQUEST_ID;

  test('in the terminal', async () => {
    const platform = await stackOneOf(scene);
    let out = '';
    const write = (part: string) => {
      out += part;
    };
    await runTerminal(
      text.split(' '),
      { stdin: Readable.from(['']), stdout: { write, columns: 90 }, stderr: { write }, env: {} },
      {
        loadEngine: async () => ({
          report: (asked) =>
            enrichReport(answer(asked, { knowledge }), { knowledge, logs: platform }),
          recent: (filter) => recentFailures(filter, { knowledge, logs: platform }),
        }),
        doctor: async () => 0,
      },
    );
    check(flat(out), scene);
  });

  test.each<Mode>(['http', 'socket'])('in Slack, over %s', async (mode) => {
    const bot = await startTestBot({
      mode,
      logs: await stackOneOf(scene),
      settings: { waitForLogMs: 4_000 },
    });
    await bot.slack.command({ user: sample.ada, channel: sample.elsewhere, text });
    const card = await bot.slack.waitFor(() => bot.slack.ephemerals(sample.ada)[0]);
    // The whole of it stands in the text that screen readers read.
    check(flat(card.text), scene);
  });
});
