import { expect, test } from 'vitest';
import { readArguments } from '../../src/terminal/read-arguments.ts';

test.each([
  [['412'], {}, ['412']],
  [['--json', 'lever', '429'], { json: true }, ['lever', '429']],
  [['lever 429', '--offline', '--json'], { offline: true, json: true }, ['lever 429']],
  [['--knowledge', 'tables', '412'], { knowledge: 'tables' }, ['412']],
  [['--knowledge=tables'], { knowledge: 'tables' }, []],
  [['-h'], { help: true }, []],
  [
    ['curl', '-sS', '-h', '--fail', '-u', 'x:', 'https://api.stackone.com', '->', '502'],
    {},
    ['curl', '-sS', '-h', '--fail', '-u', 'x:', 'https://api.stackone.com', '->', '502'],
  ],
  [['--', '--json'], {}, ['--json']],
  [[], {}, []],
])('of %j', (args, options, words) => {
  expect(readArguments(args)).toEqual({ options, words });
});

test.each([
  [['--wrong', '412'], 'There is no option --wrong.'],
  [['-x'], 'There is no option -x.'],
  [['--knowledge'], '--knowledge needs a folder.'],
])('refuses %j', (args, said) => {
  expect(() => readArguments(args)).toThrow(said);
});
