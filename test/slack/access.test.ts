import { expect, test } from 'vitest';
import { decideLogAccess } from '../../src/slack/access.ts';

const home = 'T0ACME';
const member = { standing: { kind: 'member' }, inGroups: { kind: 'no' } } as const;
const ada = { userId: 'U0ADA', teamId: home, ...member };
const guest = { ...ada, standing: { kind: 'guest' } } as const;
const untold = { ...ada, standing: { kind: 'unknown', lacking: 'users:read' } } as const;
const pat = { userId: 'U0PAT', teamId: 'T0PARTNER', ...member };
const open = { channels: [], users: [], groups: [] };
const thread = { channelId: 'C0GENERAL', isShared: false, isPrivate: false };
const alone = { channelId: 'C0GENERAL', isShared: false, isPrivate: true };
const shared = { channelId: 'C0SHARED', isShared: true, isPrivate: false };

test.each([
  ['a member in an internal channel', ada, thread, open, 'allowed'],
  ['a member privately', ada, alone, open, 'allowed'],
  ['a member in a channel shared with another company', ada, shared, open, 'not-allowed'],
  ['somebody of another company', pat, alone, open, 'not-allowed'],
  ['somebody whose team is not known', { ...ada, teamId: null }, alone, open, 'not-allowed'],
  ['a listed channel', ada, thread, { channels: ['C0GENERAL'], users: [], groups: [] }, 'allowed'],
  [
    'a channel that is not listed',
    ada,
    thread,
    { channels: ['C0OTHER'], users: [], groups: [] },
    'not-allowed',
  ],
  [
    'a listed person privately',
    ada,
    alone,
    { channels: [], users: ['U0ADA'], groups: [] },
    'allowed',
  ],
  [
    'a listed person in front of others',
    ada,
    thread,
    { channels: [], users: ['U0ADA'], groups: [] },
    'not-allowed',
  ],
  [
    'a person who is not listed',
    ada,
    alone,
    { channels: [], users: ['U0GRACE'], groups: [] },
    'not-allowed',
  ],
  [
    'a listed channel that is shared outside',
    ada,
    shared,
    { channels: ['C0SHARED'], users: [], groups: [] },
    'not-allowed',
  ],
  [
    'a listed person of another company',
    pat,
    alone,
    { channels: [], users: ['U0PAT'], groups: [] },
    'not-allowed',
  ],
  ['a guest', guest, alone, open, 'not-allowed'],
  ['a listed guest', guest, alone, { channels: [], users: ['U0ADA'], groups: [] }, 'not-allowed'],
  ['somebody of whom Slack does not say what they are', untold, alone, open, 'not-allowed'],
  [
    'the same in a listed channel',
    untold,
    thread,
    { channels: ['C0GENERAL'], users: [], groups: [] },
    'allowed',
  ],
  [
    'a member of a listed group privately',
    { ...ada, inGroups: { kind: 'yes' } },
    alone,
    { channels: [], users: [], groups: ['S0ONCALL'] },
    'allowed',
  ],
  [
    'a member of no listed group',
    ada,
    alone,
    { channels: [], users: [], groups: ['S0ONCALL'] },
    'not-allowed',
  ],
] as const)('%s', (_who, person, place, logAccess, kind) => {
  expect(decideLogAccess(person, place, { homeTeamId: home, logAccess }).kind).toBe(kind);
});

test('says of whom to ask what, in one sentence or two', () => {
  const verdict = decideLogAccess(pat, alone, { homeTeamId: home, logAccess: open });
  expect(verdict).toMatchObject({ ask: expect.stringContaining('Ask your contact') });
});

test('says which scope is lacking', () => {
  const rules = { homeTeamId: home, logAccess: open };
  expect(decideLogAccess(untold, alone, rules)).toMatchObject({
    ask: expect.stringContaining('`users:read`'),
  });
});
