import { CallLog } from './calls.ts';
import { Changes } from './changes.ts';
import type { WorldSeed } from './facts.ts';
import { Faults } from './faults.ts';
import { ResponseUrls } from './response-urls.ts';
import { Triggers } from './triggers.ts';
import { Views } from './views.ts';
import { World } from './world.ts';

/** What an installation of the app consists of. */
export interface Installation {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Of the bot token. */
  readonly scopes: ReadonlySet<string>;
  /** Names as in a manifest: `app_mention`, `message.im`, `message.channels`. */
  readonly subscriptions: ReadonlySet<string>;
  /** Whether commands escape channels, users and links, as `should_escape` in a manifest says. */
  readonly shouldEscape: boolean;
}

/** Everything that the stand-in remembers. */
export interface State {
  readonly installation: Installation;
  readonly now: () => number;
  readonly changes: Changes;
  readonly world: World;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly triggers: Triggers;
  readonly views: Views;
  readonly responseUrls: ResponseUrls;
}

export function createState(installation: Installation, seed: WorldSeed, now: () => number): State {
  const changes = new Changes();
  const world = new World(seed, now, changes.announce);
  return {
    installation,
    now,
    changes,
    world,
    calls: new CallLog(changes.announce),
    faults: new Faults(),
    triggers: new Triggers(now),
    views: new Views(changes.announce),
    responseUrls: new ResponseUrls(world, now),
  };
}
