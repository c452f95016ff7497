/** By which rule an entry was found, how sure that makes us, and how to say it. */

interface Rule {
  /**
   * Share of such answers that are right, calibrated on one half of the labelled pastes and checked on the other:
   * `npm run bench` prints both. `null`: computed from the words that are shared.
   */
  readonly sure: number | null;
  readonly says: string;
}

export const RULES = {
  'vendor-answer': {
    sure: 0.97,
    says: "The provider's own answer is shown, and this is the entry of that provider for it.",
  },
  'vendor-field': {
    sure: 0.92,
    says: 'A field names the provider, and this is its entry for the status; its own answer is not shown.',
  },
  'vendor-name': {
    sure: 0.96,
    says: 'A person names the provider and the status, and this is the entry for both.',
  },
  'vendor-beside': {
    sure: 0.8,
    says: 'The provider is named beside the answer, and this is its entry for the status.',
  },
  'vendor-assumed': {
    sure: 0.88,
    says: "Nobody names the provider; the channel's settings say which is meant, and this is its entry.",
  },
  'provider-status': {
    sure: 0.94,
    says: "A provider's own status is shown; this is what that status means from any provider.",
  },
  'platform-status': { sure: 0.95, says: "This is StackOne's entry for the status it gave." },
  'http-status': {
    sure: 0.88,
    says: 'StackOne lists no such status; this is its registered meaning.',
  },
  wrapper: {
    sure: 0.85,
    says: 'The same failure as StackOne reported it, round the answer of the provider.',
  },
  phrase: {
    sure: 0.82,
    says: 'No status is shown; the answer has a code or a sentence that only this entry has.',
  },
  saying: { sure: 0.88, says: 'The question quotes words by which this failure is known.' },
  symptom: {
    sure: null,
    says: 'The question describes what this entry describes, in other words.',
  },
} as const satisfies Record<string, Rule>;

/** What is told of another system. */
export const ELSEWHERE = 0.3;

/** What any system may say, in a text that names nothing of StackOne's: possible, and no more. */
export const UNPLACED = 0.45;

export type RuleName = keyof typeof RULES;
