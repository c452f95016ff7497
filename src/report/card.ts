/** The report as people see it: an ordered list of sections that every surface draws in the same order. */

/** A piece of a line. Its text is data: a surface escapes it, and never reads markup out of it. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly text: string }
  /** ISO 8601, UTC; a surface may add the reader's own time. */
  | { readonly kind: 'time'; readonly at: string }
  /** Only ever from our tables or the configuration, never from a paste. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export type Rich = readonly Inline[];

export type SectionName =
  | 'subtitle' // the status and who gave it
  | 'move' // whose move it is, and whether a retry is safe
  | 'message' // a whole answer in words, where there is no diagnosis
  | 'calls' // several failed calls, as a table
  | 'cause'
  | 'fix'
  | 'check'
  | 'note'
  | 'tips'
  | 'request' // what the request log said
  | 'gaps' // looked for, not got
  | 'possible' // other causes of the same answer, where nothing seen tells them apart
  | 'also' // rivals, and what went wrong in other calls
  | 'removed'; // what was redacted

export type Section =
  | {
      readonly kind: 'paragraph';
      readonly name: SectionName;
      readonly label: string | null;
      readonly text: Rich;
    }
  | {
      readonly kind: 'steps';
      readonly name: SectionName;
      readonly label: string | null;
      readonly items: readonly Rich[];
    }
  | {
      readonly kind: 'points';
      readonly name: SectionName;
      readonly label: string | null;
      readonly items: readonly Rich[];
    }
  | {
      readonly kind: 'table';
      readonly name: SectionName;
      readonly label: string | null;
      readonly head: readonly string[];
      readonly rows: readonly (readonly Rich[])[];
    };

export interface Card {
  /** What happened, in one line. */
  readonly title: string;
  readonly sections: readonly Section[];
  /** For the person who pasted, and nobody else: rotate the key. */
  readonly privateNotice: Rich | null;
  /** Where the answer comes from, small, last. */
  readonly source: Rich | null;
}
