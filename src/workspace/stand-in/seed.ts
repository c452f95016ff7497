import type { Channel, Person, Team, WorldSeed } from './facts.ts';

/** A workspace to begin with: one of everything that a bot may meet. */

const acme: Team = { id: 'T0ACME', name: 'Acme', domain: 'acme' };
const partner: Team = { id: 'T0PARTNER', name: 'Partner', domain: 'partner' };
const bot = { appId: 'A0ERRORBOT', botId: 'B0ERRORBOT', userId: 'U0ERRORBOT', name: 'errorbot' };

const ada = person('U0ADA', 'ada', 'Ada Example');
const grace = person('U0GRACE', 'grace', 'Grace Example');
const gus: Person = { ...person('U0GUS', 'gus', 'Gus Guest'), guest: true };
const pat: Person = { ...person('U0PAT', 'pat', 'Pat Partner'), teamId: partner.id };

const team = [ada.id, grace.id];
const onCall = 'S0ONCALL';

/** Names for the IDs of `sampleSeed`. */
export const sample = {
  team: acme.id,
  otherTeam: partner.id,
  bot,
  ada: ada.id,
  grace: grace.id,
  /** A guest of our team, in `mixed` only. */
  gus: gus.id,
  /** Somebody of the other team, in `shared` only. */
  pat: pat.id,
  general: 'C0GENERAL',
  support: 'C0SUPPORT',
  /** With a guest in it. */
  mixed: 'C0MIXED',
  /** Public, without the bot. */
  elsewhere: 'C0ELSEWHERE',
  secret: 'C0SECRET',
  /** Private, without the bot. */
  hidden: 'C0HIDDEN',
  /** With the other team, by Slack Connect. */
  shared: 'C0SHARED',
  archived: 'C0ARCHIVED',
  /** A user group with Grace in it. */
  onCall,
} as const;

export const sampleSeed: WorldSeed = {
  team: acme,
  otherTeams: [partner],
  bot,
  people: [ada, grace, gus, pat],
  groups: { [onCall]: [grace.id] },
  channels: [
    channel(sample.general, 'general', { members: [...team, bot.userId] }),
    channel(sample.mixed, 'with-guests', { members: [...team, gus.id, bot.userId] }),
    channel(sample.support, 'stackone-support', { members: [...team, bot.userId] }),
    channel(sample.elsewhere, 'elsewhere', { members: team }),
    channel(sample.secret, 'secret', { kind: 'private', members: [...team, bot.userId] }),
    channel(sample.hidden, 'hidden', { kind: 'private', members: team }),
    channel(sample.shared, 'acme-partner', {
      members: [...team, pat.id, bot.userId],
      sharedWith: [partner.id],
    }),
    channel(sample.archived, 'archived', { members: [...team, bot.userId], archived: true }),
  ],
};

function person(id: string, name: string, realName: string): Person {
  return { id, name, realName, teamId: acme.id, guest: false };
}

function channel(id: string, name: string, given: Partial<Channel>): Channel {
  return { kind: 'public', members: [], archived: false, sharedWith: [], ...given, id, name };
}
