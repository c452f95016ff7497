import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { manifest } from '../../src/slack/manifest.ts';
import { ACTIONS, COMMAND, EVENTS, HOME_ACTIONS, SHORTCUTS, VIEWS } from '../../src/slack/names.ts';
import { SCOPES, scopeNames } from '../../src/slack/scopes.ts';

const root = resolve(import.meta.dirname, '../..');
const code = readdirSync(join(root, 'src/slack'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'src/slack', file), 'utf8'))
  .join('\n');

const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

/** Which scope each method that we call needs; those that need none are not listed. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.replies': HISTORY,
  'conversations.history': HISTORY,
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'files.info': ['files:read'],
  'users.info': ['users:read'],
  'usergroups.users.list': ['usergroups:read'],
};
const FREE = [
  'auth.test',
  'views.open',
  'views.push',
  'views.publish',
  'views.update',
  'apps.connections.open',
];

test('manifest.yml is the Socket Mode manifest of the code', () => {
  expect(parse(readFileSync(join(root, 'manifest.yml'), 'utf8'))).toEqual(manifest());
});

test('the HTTP manifest sends everything to the one path', () => {
  const text = JSON.stringify(manifest('https://bot.example.com/'));
  expect(text.match(/https:\/\/bot\.example\.com\/slack\/events/g)).toHaveLength(3);
  expect(manifest('https://bot.example.com')).toMatchObject({
    settings: { socket_mode_enabled: false },
  });
});

test('commands and events of the manifest are those that the code listens to', () => {
  expect(manifest()).toMatchObject({
    features: { slash_commands: [{ command: COMMAND }] },
    settings: { event_subscriptions: { bot_events: Object.values(EVENTS) } },
  });
  expect(code).toContain('app.command(COMMAND');
  expect(
    [
      ...new Set([...code.matchAll(/app\.event\('([a-z_]+)'/g)].map((match) => match[1])),
    ].toSorted(),
  ).toEqual(['app_home_opened', 'app_mention', 'app_uninstalled', 'message', 'tokens_revoked']);
});

test('the shortcuts of the manifest are those that the code listens to', () => {
  expect(manifest()).toMatchObject({
    features: { shortcuts: Object.values(SHORTCUTS).map((callback_id) => ({ callback_id })) },
  });
  for (const name of Object.keys(SHORTCUTS))
    expect(code).toContain(`callback_id: SHORTCUTS.${name} }`);
});

test('what is optional is asked for, and may be refused', () => {
  expect(manifest()).toMatchObject({
    oauth_config: {
      scopes: {
        bot: scopeNames,
        bot_optional: [
          'channels:history',
          'files:read',
          'groups:history',
          'mpim:history',
          'usergroups:read',
          'users:read',
        ],
      },
    },
  });
});

test('every action and view that is drawn has a listener', () => {
  for (const name of Object.keys(ACTIONS)) expect(code).toContain(`action_id: ACTIONS.${name} }`);
  for (const name of Object.keys(HOME_ACTIONS))
    expect(code).toContain(`action_id: HOME_ACTIONS.${name} }`);
  for (const name of Object.keys(VIEWS)) expect(code).toContain(`app.view(VIEWS.${name}`);
});

test('the scopes are exactly what the called methods and the events need', () => {
  const called = new Set(
    [
      ...code.matchAll(
        /\b(?:client|bot)\.((?:chat|views|conversations|auth|apps|users|usergroups|files|reactions)(?:\.\w+)+)\(/g,
      ),
    ].map((match) => match[1] ?? ''),
  );
  expect(
    [...called].filter((method) => NEEDS[method] === undefined && !FREE.includes(method)),
  ).toEqual([]);
  const needed = [...called].flatMap((method) => NEEDS[method] ?? []);
  expect(
    [...new Set([...needed, 'commands', 'app_mentions:read', 'im:history'])].toSorted(),
  ).toEqual([...scopeNames].toSorted());
  for (const { why } of Object.values(SCOPES)) expect(why).not.toBe('');
});

test('it says that it is unofficial', () => {
  expect(JSON.stringify(manifest())).toMatch(
    /Unofficial: not affiliated with, or endorsed by, StackOne/,
  );
});
