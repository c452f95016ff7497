/** What was taken out of a text. */

export interface RedactionCount {
  /** Such as `authorization-header`, `stackone-key`, `email`. */
  readonly kind: string;
  readonly count: number;
}

export interface Redacted {
  /** The text with `[redacted:<kind>]` in the place of each secret. */
  readonly text: string;
  readonly counts: readonly RedactionCount[];
  /** A StackOne API key of a real shape was in it: the person should rotate it. */
  readonly liveKey: boolean;
}
