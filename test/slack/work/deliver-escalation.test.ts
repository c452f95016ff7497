import { WebClient } from '@slack/web-api';
import { afterEach, expect, test } from 'vitest';
import type { SlackDeps, Work } from '../../../src/slack/deps.ts';
import { scopeNames } from '../../../src/slack/scopes.ts';
import {
  deliverEscalation,
  type Escalation,
  sayNotDelivered,
} from '../../../src/slack/work/deliver-escalation.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Slack, sample, startSlack } from '../../../src/workspace/stand-in/index.ts';
import { silentLogger } from '../../helpers/slack-app.ts';
import { temporaryStore } from '../../store/temporary-store.ts';

const LEASE_MS = 60_000;
const { ada, general, support, team } = sample;

const escalation: Escalation = {
  teamId: team,
  packet: { reference: 'REF-1', title: 'Lever failed', facts: [], tried: null, note: null },
  where: {
    teamId: team,
    channelId: general,
    threadTs: null,
    userId: ada,
    isPrivate: true,
    isShared: false,
  },
  askedBy: ada,
  askedAt: 0,
};

let slack: Slack;
afterEach(() => slack.close());

/** An escalation in the outbox, and a Slack to deliver it to. */
async function arrange() {
  slack = await startSlack({ scopes: scopeNames, subscriptions: [] });
  const { store, clock } = await temporaryStore();
  await store.cases.open({
    teamId: team,
    reference: 'REF-1',
    dedupeKey: 'one',
    reportId: null,
    channelId: general,
    userId: ada,
    json: '{}',
    outbox: { kind: 'escalation', dedupeKey: 'one', body: JSON.stringify(escalation) },
  });
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: silentLogger,
  });
  return { store, clock, client, deps: depsWith(store) };
}

function depsWith(store: Store): SlackDeps {
  const unused = () => {
    throw new Error('not needed here');
  };
  return {
    answer: unused,
    assume: unused,
    enrich: unused,
    wantsLog: unused,
    canRecheck: unused,
    recheck: unused,
    recent: unused,
    redactText: unused,
    newReference: unused,
    store,
    clock: Date.now,
    logger: silentLogger,
    settings: {
      supportChannel: support,
      logAccess: { channels: [], users: [], groups: [] },
      readsLogs: true,
      waitForLogMs: 0,
    },
  };
}

async function claim(store: Store, owner: string): Promise<Work> {
  const job = await store.outbox.claim(owner, LEASE_MS);
  if (job === undefined) throw new Error('there is no job');
  return job;
}

test('whoever lost the lease neither sends nor confirms; whoever has it does both, once', async () => {
  const { store, clock, client, deps } = await arrange();
  const slow = await claim(store, 'slow');
  clock.now += LEASE_MS;
  const quick = await claim(store, 'quick');
  await deliverEscalation(deps, client, slow);
  expect(slack.messages(support)).toEqual([]);
  expect(slack.ephemerals(ada)).toEqual([]);
  expect(await store.cases.find('REF-1', team)).toMatchObject({ state: 'open' });
  await deliverEscalation(deps, client, quick);
  expect(slack.messages(support)).toHaveLength(1);
  expect(slack.ephemerals(ada).map(({ text }) => text)).toEqual([
    `I sent this to <#${support}> for StackOne support. Reference: REF-1`,
  ]);
});

test('what was sent before a crash is only confirmed', async () => {
  const { store, client, deps } = await arrange();
  const job = await claim(store, 'here');
  await deliverEscalation(deps, client, { ...job, result: '{"ts":"1"}' });
  expect(slack.messages(support)).toEqual([]);
  expect(slack.ephemerals(ada)).toHaveLength(1);
});

test('after the last attempt the person is told, but not when only the confirmation failed', async () => {
  const { store, client, deps } = await arrange();
  const job = await claim(store, 'here');
  await sayNotDelivered(deps, client, job);
  expect(slack.ephemerals(ada)[0]?.text).toContain('did not confirm');
  expect(await store.cases.find('REF-1', team)).toMatchObject({ state: 'undelivered' });
  await store.cases.update('REF-1', team, { state: 'sent' });
  await sayNotDelivered(deps, client, job);
  expect(slack.ephemerals(ada)).toHaveLength(1);
});
