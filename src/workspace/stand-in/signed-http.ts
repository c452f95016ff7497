import { createHmac } from 'node:crypto';
import type { Ack, Carrier, Delivery, Retry } from './delivery.ts';
import { StandInError } from './errors.ts';

/** Requests that Slack would not have sent. */
export type Forgery =
  | 'bad-signature' // signed with another secret
  | 'stale' // rightly signed six minutes ago: a replay
  | 'future' // rightly signed, six minutes from now
  | 'unsigned'; // no headers at all

interface SignedHttpOptions {
  readonly requestUrl: string;
  readonly signingSecret: string;
  readonly ackLimitMs: number;
}

/**
 * Signed requests to the app's request URL. The time in a signature is the real one, whatever the stand-in's clock
 * says: the app compares it with its own.
 *
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack — read 2026-11-23
 */
export class SignedHttp implements Carrier {
  readonly #options: SignedHttpOptions;

  constructor(options: SignedHttpOptions) {
    this.#options = options;
  }

  carry(delivery: Delivery, retry?: Retry): Promise<Ack> {
    const headers: Record<string, string> =
      retry === undefined
        ? {}
        : { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason };
    return this.#send(delivery, (body) => ({ ...headers, ...this.#signature(body) }));
  }

  forge(delivery: Delivery, forgery: Forgery): Promise<Ack> {
    return this.#send(delivery, (body) => this.#forgedSignature(body, forgery));
  }

  /**
   * What Slack does when a request URL is entered: sends a challenge.
   *
   * @throws StandInError when it does not come back
   */
  async verify(): Promise<void> {
    const challenge = 'stand-in-challenge';
    const payload = { type: 'url_verification', token: 'deprecated', challenge };
    const { status, body } = await this.carry({ ...EVENT, payload });
    const returned = typeof body === 'string' ? body : JSON.stringify(body);
    if (status !== 200 || !returned.includes(challenge))
      throw new StandInError(`The request URL did not return the challenge (status ${status}).`);
  }

  async #send(
    delivery: Delivery,
    sign: (body: string) => Readonly<Record<string, string>>,
  ): Promise<Ack> {
    const { type, body } = encode(delivery);
    const started = performance.now();
    const passed = () => Math.round(performance.now() - started);
    try {
      const response = await fetch(this.#options.requestUrl, {
        method: 'POST',
        headers: { 'content-type': type, 'user-agent': 'Slackbot 1.0', ...sign(body) },
        body,
        signal: AbortSignal.timeout(this.#options.ackLimitMs),
      });
      const said = await readSaid(response);
      return { status: response.status, body: said, ms: passed(), delivery, refused: null };
    } catch {
      return { status: 0, body: null, ms: passed(), delivery, refused: null };
    }
  }

  #signature(body: string, secret = this.#options.signingSecret, ageSeconds = 0) {
    const at = Math.floor(Date.now() / 1_000) - ageSeconds;
    const hash = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
    return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${hash}` };
  }

  #forgedSignature(body: string, forgery: Forgery): Readonly<Record<string, string>> {
    switch (forgery) {
      case 'bad-signature':
        return this.#signature(body, 'another secret');
      case 'stale':
        return this.#signature(body, this.#options.signingSecret, 6 * 60);
      case 'future':
        return this.#signature(body, this.#options.signingSecret, -6 * 60);
      case 'unsigned':
        return {};
      default:
        return forgery satisfies never;
    }
  }
}

const EVENT = { kind: 'events_api', acceptsResponse: false } as const;
const FORM = 'application/x-www-form-urlencoded';

/** Events are JSON, commands a form, interactions a form around JSON. */
function encode({ kind, payload }: Delivery): { readonly type: string; readonly body: string } {
  switch (kind) {
    case 'events_api':
      return { type: 'application/json', body: JSON.stringify(payload) };
    case 'slash_commands': {
      const form = new URLSearchParams();
      for (const [name, value] of Object.entries(payload)) form.set(name, String(value));
      return { type: FORM, body: form.toString() };
    }
    case 'interactive':
      return {
        type: FORM,
        body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
      };
    default:
      return kind satisfies never;
  }
}

/** Text is text, even where it looks like JSON: `412` in the acknowledgement of a command. */
async function readSaid(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  const json = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return json ? JSON.parse(text) : text;
}
