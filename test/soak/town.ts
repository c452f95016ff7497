import { sample, sampleSeed, type WorldSeed } from '../../src/workspace/stand-in/index.ts';

/** A workspace of many, so that nobody asks more than people do, and no channel gets more than Slack lets it have. */

const PEOPLE = 600;
const CHANNELS = 300;

export const people = numbered(PEOPLE, (id) => `U0P${id}`);
export const channels = numbered(CHANNELS, (id) => `C0C${id}`);

export const townSeed: WorldSeed = {
  ...sampleSeed,
  people: people.map((id) => ({
    id,
    name: id.toLowerCase(),
    realName: `${id} Example`,
    teamId: sample.team,
    guest: false,
  })),
  channels: channels.map((id) => ({
    id,
    name: id.toLowerCase(),
    kind: 'public',
    members: [...people, sample.bot.userId],
    archived: false,
    sharedWith: [],
  })),
};

function numbered(count: number, name: (id: string) => string): readonly [string, ...string[]] {
  const [first = '', ...others] = Array.from({ length: count }, (_, index) =>
    name(String(index).padStart(4, '0')),
  );
  return [first, ...others];
}
