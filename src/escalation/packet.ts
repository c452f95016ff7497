/** What goes to StackOne support: redacted, bounded, and nothing that must not leave. */
export interface EscalationPacket {
  /** Random, also in the log and in the confirmation: how people refer to it. */
  readonly reference: string;
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly tried: string | null;
  readonly note: string | null;
}

/** Bounds of a packet, in characters. Together they fit one Slack message and one e-mail. */
export const PACKET_LIMITS = { title: 150, facts: 16, value: 400, words: 3_000 } as const;
