import { ACK_LIMIT_MS } from '../../slack/limits.ts';
import type { Acting } from './acts/acting.ts';
import { edit, remove, unfurl } from './acts/change.ts';
import { type Click, click } from './acts/click.ts';
import { type Command, command } from './acts/command.ts';
import { openHome } from './acts/home.ts';
import { revokeTokens, uninstall } from './acts/leave.ts';
import { type Alert, alert, mention, type Posted, say, type Typed } from './acts/message.ts';
import { type Shortcut, shortcut } from './acts/shortcut.ts';
import { type Submission, submit } from './acts/submit.ts';
import type { ApiCall } from './calls.ts';
import type { Ack, Delivery, Retry } from './delivery.ts';
import { StandInError } from './errors.ts';
import type { Ephemeral, Message, WorldSeed } from './facts.ts';
import type { Fault, FaultChooser, FaultTarget } from './faults.ts';
import { methods } from './methods/index.ts';
import { sampleSeed } from './seed.ts';
import { originOf, startServer } from './server.ts';
import { type Forgery, SignedHttp } from './signed-http.ts';
import { type DisconnectReason, SocketHub } from './socket.ts';
import { createState, type Installation } from './state.ts';
import type { OpenView, PublishedHome } from './views.ts';
import type { World } from './world.ts';

export interface SlackOptions {
  readonly seed?: WorldSeed;
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Of the bot token, as the manifest asks for them. */
  readonly scopes: readonly string[];
  /** Bot events as the manifest names them: `app_mention`, `message.im`. */
  readonly subscriptions: readonly string[];
  /** `should_escape` of the manifest's commands. */
  readonly shouldEscape?: boolean;
  /** Milliseconds since 1970: ages of triggers and `response_url`s, and timestamps, go by it. */
  readonly now?: () => number;
  /** How long an acknowledgement is awaited, in real time. */
  readonly ackLimitMs?: number;
}

/** A workspace with one installed app, behind Slack's own doors. */
export interface Slack {
  /** For `slackApiUrl` or `clientOptions.slackApiUrl`, with a slash at its end. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly world: World;

  /**
   * From now on deliveries go there, signed; to several in turn, as a balancer in front of them would pass them on.
   *
   * @throws StandInError when the challenge does not come back from one
   */
  setRequestUrl(...urls: readonly string[]): Promise<void>;
  /** Live Socket Mode connections; deliveries use them while no request URL is set. */
  readonly connections: number;
  refreshSockets(reason?: DisconnectReason): void;
  dropSockets(): void;
  /** Neither answered nor closed from now on. */
  silenceSockets(): void;

  command(given: Command): Promise<Ack>;
  /** Any message. */
  say(typed: Typed): Promise<Posted>;
  mention(typed: Typed): Promise<Posted>;
  directMessage(typed: Omit<Typed, 'channel'>): Promise<Posted>;
  edit(given: { readonly message: Message; readonly text: string }): Promise<readonly Ack[]>;
  /** A link in it gets its preview. */
  unfurl(given: { readonly message: Message }): Promise<readonly Ack[]>;
  remove(given: { readonly message: Message }): Promise<readonly Ack[]>;
  /** Another app posts. */
  alert(given: Alert): Promise<Posted>;
  click(given: Click): Promise<Ack>;
  shortcut(given: Shortcut): Promise<Ack>;
  openHome(given: { readonly user: string }): Promise<readonly Ack[]>;
  submit(given: Submission): Promise<Ack>;
  uninstall(): Promise<readonly Ack[]>;
  revokeTokens(tokens: Parameters<typeof revokeTokens>[0]): Promise<readonly Ack[]>;
  /** The same delivery again, as after a late or lost acknowledgement. */
  redeliver(delivery: Delivery, retry?: Partial<Retry>): Promise<Ack>;
  /** Tells the app that its events are limited: `app_rate_limited`. */
  rateLimitApp(): Promise<Ack>;
  /** A delivery that Slack did not sign so. Only with a request URL. */
  forge(forgery: Forgery, delivery: Delivery): Promise<Ack>;

  /** All of a channel, replies too, oldest first. */
  messages(channel: string): readonly Message[];
  /** The root and its replies. */
  thread(channel: string, ts: string): readonly Message[];
  ephemerals(user: string): readonly Ephemeral[];
  /** The modals that a person has open, the topmost last. */
  views(user: string): readonly OpenView[];
  /** What the app has published for a person. */
  home(user: string): PublishedHome | undefined;
  /** What the app has called, in the order in which it was answered. */
  calls(method?: string): readonly ApiCall[];
  /**
   * Waits until `look` sees something: asked now and after each change.
   *
   * @throws StandInError after `timeoutMs` (5 000 if left out)
   */
  waitFor<T>(
    look: () => T | undefined | null | false,
    options?: { readonly timeoutMs?: number; readonly what?: string },
  ): Promise<T>;

  /** Puts a fault in the way of the next call, or of the next `times`. */
  fault(target: FaultTarget, fault: Fault, times?: number): void;
  /** From now on each call is asked for its fault. */
  faultBy(choose: FaultChooser): void;
  clearFaults(): void;
  close(): Promise<void>;
}

/** Starts a stand-in for Slack on a free port of 127.0.0.1. */
export async function startSlack(options: SlackOptions): Promise<Slack> {
  const installation: Installation = {
    botToken: options.botToken ?? 'xoxb-not-a-real-token',
    appToken: options.appToken ?? 'xapp-not-a-real-token',
    signingSecret: options.signingSecret ?? 'not-a-real-signing-secret',
    scopes: new Set(options.scopes),
    subscriptions: new Set(options.subscriptions),
    shouldEscape: options.shouldEscape ?? false,
  };
  const ackLimitMs = options.ackLimitMs ?? ACK_LIMIT_MS;
  const state = createState(installation, options.seed ?? sampleSeed, options.now ?? Date.now);
  const { world, changes } = state;
  const { appId } = world.bot;
  const sockets = new SocketHub({ appId, ackLimitMs, changed: changes.announce });
  const openMethod = sockets.openMethod(() => originOf(server));
  const server = await startServer({
    state,
    sockets,
    methods: new Map([...methods, ['apps.connections.open', openMethod]]),
  });
  world.filesRoot = `${originOf(server)}/files/`;
  let http: readonly SignedHttp[] = [];
  let carried = 0;

  function carry(delivery: Delivery, retry?: Retry): Promise<Ack> {
    const carrier = http.length === 0 ? sockets : (http[carried % http.length] ?? sockets);
    carried += 1;
    return carrier.carry(delivery, retry);
  }
  const acting: Acting = {
    state,
    deliver: (delivery) => carry(delivery),
    responseUrl: (target) => `${originOf(server)}/response/${state.responseUrls.issue(target)}`,
  };

  return {
    apiUrl: `${originOf(server)}/api/`,
    botToken: installation.botToken,
    appToken: installation.appToken,
    signingSecret: installation.signingSecret,
    world,

    async setRequestUrl(...requestUrls) {
      const { signingSecret } = installation;
      const candidates = requestUrls.map(
        (requestUrl) => new SignedHttp({ requestUrl, signingSecret, ackLimitMs }),
      );
      await Promise.all(candidates.map((candidate) => candidate.verify()));
      http = candidates;
    },
    get connections() {
      return sockets.connections;
    },
    refreshSockets: (reason = 'refresh_requested') => sockets.refresh(reason),
    dropSockets: () => sockets.drop(),
    silenceSockets: () => sockets.silence(),

    command: (given) => command(given, acting),
    say: (typed) => say(typed, acting),
    mention: (typed) => mention(typed, acting),
    directMessage: (typed) => say({ ...typed, channel: world.im(typed.user).id }, acting),
    edit: (given) => edit(given, acting),
    unfurl: (given) => unfurl(given, acting),
    remove: (given) => remove(given, acting),
    alert: (given) => alert(given, acting),
    click: (given) => click(given, acting),
    shortcut: (given) => shortcut(given, acting),
    uninstall: () => uninstall(acting),
    revokeTokens: (tokens) => revokeTokens(tokens, acting),
    openHome: (given) => openHome(given, acting),
    submit: (given) => submit(given, acting),
    redeliver: (delivery, retry = {}) =>
      carry(delivery, { attempt: retry.attempt ?? 1, reason: retry.reason ?? 'http_timeout' }),
    rateLimitApp: () =>
      carry({
        kind: 'events_api',
        acceptsResponse: false,
        payload: {
          type: 'app_rate_limited',
          token: 'deprecated',
          team_id: world.team.id,
          minute_rate_limited: Math.floor(state.now() / 60_000) * 60,
          api_app_id: appId,
        },
      }),
    async forge(forgery, delivery) {
      const [first] = http;
      if (first === undefined) throw new StandInError('Only requests over HTTP can be forged.');
      return first.forge(delivery, forgery);
    },

    messages: (channel) => world.messages(channel),
    thread: (channel, ts) => world.thread(channel, ts),
    ephemerals: (user) => world.ephemerals(user),
    views: (user) => state.views.of(user),
    home: (user) => state.views.homeOf(user),
    calls: (method) => state.calls.of(method),
    waitFor: (look, { timeoutMs = 5_000, what = 'a change' } = {}) =>
      changes.waitFor(look, { timeoutMs, what: () => `${what}; ${state.calls.describe()}` }),

    fault: (target, fault, times = 1) => state.faults.add(target, fault, times),
    faultBy(choose) {
      state.faults.choose = choose;
    },
    clearFaults: () => state.faults.clear(),
    close() {
      sockets.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
