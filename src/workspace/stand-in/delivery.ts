import type { Wire } from './wire.ts';

/** What Slack has to tell the app, before it is known by which way. */
export interface Delivery {
  /** As Socket Mode names them; over HTTP they differ in how the body is encoded. */
  readonly kind: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Wire;
  /** Whether the acknowledgement may say something. */
  readonly acceptsResponse: boolean;
}

/** Why a delivery comes again: `x-slack-retry-num` and `x-slack-retry-reason`, or their like in an envelope. */
export interface Retry {
  readonly attempt: number;
  readonly reason: string;
}

/** How the app acknowledged. */
export interface Ack {
  /** 200, or what the app answered over HTTP; 0: nothing in time. Socket Mode knows 200 and 0. */
  readonly status: number;
  /** What it said with it: parsed JSON, text, or `null`. */
  readonly body: unknown;
  readonly ms: number;
  readonly delivery: Delivery;
  /** Slack's error for what the app said, which the person would not have seen. */
  readonly refused: string | null;
}

/** The way to the app. */
export interface Carrier {
  carry(delivery: Delivery, retry?: Retry): Promise<Ack>;
}
