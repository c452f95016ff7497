import { StandInError } from './errors.ts';
import type {
  Bot,
  Channel,
  Ephemeral,
  File,
  Message,
  NewEphemeral,
  NewMessage,
  Person,
  Team,
  WorldSeed,
} from './facts.ts';

/** The workspace: people and channels as seeded, messages as they come. Messages are values; an edit makes a new one. */
export class World {
  readonly team: Team;
  readonly bot: Bot;
  readonly #teams: ReadonlyMap<string, Team>;
  /** By group. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Where files are downloaded from, with a slash at its end; known once the server runs. */
  filesRoot = '';
  readonly #files = new Map<string, File>();
  readonly #people: ReadonlyMap<string, Person>;
  readonly #channels: Map<string, Channel>;
  readonly #messages: Message[] = [];
  readonly #ephemerals: Ephemeral[] = [];
  /** The newest timestamp of each channel, in microseconds: unique in a channel, and only there, as Slack's are. */
  readonly #newest = new Map<string, number>();
  readonly #now: () => number;
  readonly #changed: () => void;

  constructor(seed: WorldSeed, now: () => number, changed: () => void) {
    this.team = seed.team;
    this.bot = seed.bot;
    this.#teams = new Map([seed.team, ...seed.otherTeams].map((team) => [team.id, team]));
    this.#people = new Map(seed.people.map((person) => [person.id, person]));
    this.#channels = new Map(seed.channels.map((channel) => [channel.id, channel]));
    this.groups = new Map(Object.entries(seed.groups ?? {}));
    this.#now = now;
    this.#changed = changed;
  }

  get people(): readonly Person[] {
    return [...this.#people.values()];
  }

  /** Everybody who can be written to as `@name`. */
  get mentionable(): readonly { readonly id: string; readonly name: string }[] {
    return [{ id: this.bot.userId, name: this.bot.name }, ...this.people];
  }

  get channels(): readonly Channel[] {
    return [...this.#channels.values()];
  }

  findPerson(id: string): Person | undefined {
    return this.#people.get(id);
  }

  findChannel(id: string): Channel | undefined {
    return this.#channels.get(id);
  }

  /** @throws StandInError when a test names somebody who is not in the seed */
  person(id: string): Person {
    const person = this.#people.get(id);
    if (person === undefined) throw new StandInError(`There is no person ${id}.`);
    return person;
  }

  /** @throws StandInError when a test names a channel that is not in the seed */
  channel(id: string): Channel {
    const channel = this.#channels.get(id);
    if (channel === undefined) throw new StandInError(`There is no channel ${id}.`);
    return channel;
  }

  teamOf(person: Person): Team {
    const team = this.#teams.get(person.teamId);
    if (team === undefined) throw new StandInError(`There is no team ${person.teamId}.`);
    return team;
  }

  hasBot(channel: Channel): boolean {
    return channel.members.includes(this.bot.userId);
  }

  /** The direct messages between a person and the bot, opened if need be. */
  im(user: string): Channel {
    const known = this.channels.find(
      (channel) => channel.kind === 'im' && channel.members.includes(user),
    );
    if (known !== undefined) return known;
    const members = [user, this.bot.userId];
    const id = `D${user.slice(1)}`;
    const opened: Channel = { id, name: '', kind: 'im', members, archived: false, sharedWith: [] };
    this.setChannel(opened);
    return opened;
  }

  /** Adds a channel, or changes one: archived, shared, joined, left. */
  setChannel(channel: Channel): void {
    this.#channels.set(channel.id, channel);
    this.#changed();
  }

  addFile(file: File): File {
    this.#files.set(file.id, file);
    return file;
  }

  findFile(id: string): File | undefined {
    return this.#files.get(id);
  }

  /** Whether the app may have a file: it is where the file was shared, or was given it. */
  showsFile(file: File): boolean {
    return (
      file.channels.length === 0 ||
      file.channels.some((id) => {
        const channel = this.findChannel(id);
        return channel !== undefined && this.hasBot(channel);
      })
    );
  }

  messages(channel: string): readonly Message[] {
    return this.#messages.filter((message) => message.channel === channel);
  }

  /** The root and its replies. */
  thread(channel: string, ts: string): readonly Message[] {
    return this.messages(channel).filter((message) => message.ts === ts || message.threadTs === ts);
  }

  find(channel: string, ts: string): Message | undefined {
    return this.#messages.find((message) => message.channel === channel && message.ts === ts);
  }

  ephemerals(user: string): readonly Ephemeral[] {
    return this.#ephemerals.filter((ephemeral) => ephemeral.user === user);
  }

  post(given: NewMessage): Message {
    const message: Message = {
      threadTs: null,
      blocks: [],
      botId: null,
      metadata: null,
      broadcast: false,
      edited: false,
      reactions: [],
      attachments: [],
      files: [],
      isTombstone: false,
      ...given,
      kind: 'message',
      ts: this.#nextTs(given.channel),
    };
    this.#messages.push(message);
    this.#changed();
    return message;
  }

  whisper(given: NewEphemeral): Ephemeral {
    const ts = this.#nextTs(given.channel);
    const ephemeral: Ephemeral = { threadTs: null, blocks: [], ...given, kind: 'ephemeral', ts };
    this.#ephemerals.push(ephemeral);
    this.#changed();
    return ephemeral;
  }

  /** Puts `changes` over a message or an ephemeral; `undefined` when it is gone. */
  change<T extends Message | Ephemeral>(one: T, changes: Partial<T>): T | undefined {
    const list: (Message | Ephemeral)[] =
      one.kind === 'message' ? this.#messages : this.#ephemerals;
    const index = this.#indexIn(list, one);
    if (index === -1) return undefined;
    const changed: T = { ...one, ...changes };
    list[index] = changed;
    this.#changed();
    return changed;
  }

  remove(one: Message | Ephemeral): boolean {
    const list: (Message | Ephemeral)[] =
      one.kind === 'message' ? this.#messages : this.#ephemerals;
    const index = this.#indexIn(list, one);
    if (index === -1) return false;
    list.splice(index, 1);
    this.#changed();
    return true;
  }

  #indexIn(list: readonly (Message | Ephemeral)[], one: Message | Ephemeral): number {
    return list.findIndex((other) => other.channel === one.channel && other.ts === one.ts);
  }

  #nextTs(channel: string): string {
    const micros = Math.max(this.#now() * 1_000, (this.#newest.get(channel) ?? 0) + 1);
    this.#newest.set(channel, micros);
    const digits = String(micros).padStart(16, '0');
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }
}
