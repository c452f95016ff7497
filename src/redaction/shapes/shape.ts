/** A token that is known by its look: the letters its maker puts in front, and what may follow them. */
export interface Shape {
  readonly kind: string;
  /** Literal beginnings, at least two characters each. */
  readonly heads: readonly string[];
  /** Pattern source of what follows the head; linear, without groups that capture. */
  readonly tail: string;
  /** Says no to what only looks like it. */
  readonly accepts?: (token: string, place: Place) => boolean;
}

/** Where a token stands. */
export interface Place {
  readonly text: string;
  readonly end: number;
}

/** Nothing follows, so that the token may go on where the paste was cut. */
export function isCutOff({ text, end }: Place): boolean {
  return end >= text.length - 1;
}

export function hasDigit(token: string): boolean {
  return /\d/.test(token);
}

/** Digits and both cases, and more than a hex number has: no name that a person gave. */
export function isMixed(token: string): boolean {
  return /\d/.test(token) && /[g-z]/.test(token) && /[A-Z]/.test(token);
}
