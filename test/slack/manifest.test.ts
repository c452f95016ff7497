import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { manifest } from '../../src/slack/manifest.ts';
import { ACTIONS, COMMAND, EVENTS, VIEWS } from '../../src/slack/names.ts';
import { SCOPES, scopeNames } from '../../src/slack/scopes.ts';

const root = resolve(import.meta.dirname, '../..');
const code = readdirSync(join(root, 'src/slack'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'src/slack', file), 'utf8'))
  .join('\n');

/** Which scope each method that we call needs; those that need none are not listed. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.replies': ['im:history'],
  // Only tried: without a history scope it is said in the log that nothing could be looked for.
  'conversations.history': [],
};
const FREE = ['auth.test', 'views.open', 'views.update', 'apps.connections.open'];

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
    [...code.matchAll(/app\.event\('([a-z_]+)'/g)].map((match) => match[1]).toSorted(),
  ).toEqual(['app_mention', 'message']);
});

test('every action and view that is drawn has a listener', () => {
  for (const name of Object.keys(ACTIONS)) expect(code).toContain(`action_id: ACTIONS.${name} }`);
  for (const name of Object.keys(VIEWS)) expect(code).toContain(`app.view(VIEWS.${name}`);
});

test('the scopes are exactly what the called methods and the events need', () => {
  const called = new Set(
    [
      ...code.matchAll(
        /\b(?:client|bot)\.((?:chat|views|conversations|auth|apps|users|reactions)(?:\.\w+)+)\(/g,
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
