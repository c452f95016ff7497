import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { withCards } from '../scripts/readme-cards.ts';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scripts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
).scripts;

test('the cards in the README are what the code draws', async () => {
  expect(await withCards(readme)).toBe(readme);
});

test('every npm script that the README names is there', () => {
  const named = [...readme.matchAll(/npm (?:run (?:-s )?)?([a-z:]+)/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== 'ci');
  expect([...new Set(named)].filter((name) => scripts[name] === undefined)).toEqual([]);
});

test('every file that the README links to is there', () => {
  for (const [, file = ''] of readme.matchAll(/\]\(([A-Za-z][\w./-]*)\)/g)) {
    if (!file.startsWith('http'))
      expect(readFileSync(join(root, file), 'utf8').length).toBeGreaterThan(0);
  }
});

test.each([
  [['run', '-s', 'diagnose', '--', '--offline', 'lever 429'], 'Lever'],
  [
    ['run', '-s', 'manifest', '--', '--url', 'https://bot.example.com'],
    'request_url: https://bot.example.com/slack/events',
  ],
  [['start'], 'I have no Slack credentials'],
])(
  'npm %j runs',
  (args, expected) => {
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(?:SLACK|STACKONE)_/.test(name)),
    );
    expect(
      execFileSync('npm', args, {
        cwd: root,
        encoding: 'utf8',
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ).toContain(expected);
  },
  30_000,
);
