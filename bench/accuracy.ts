import Fuse from 'fuse.js';
import { answer } from '../src/answer.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { type Case, caseNames, readCase } from '../test/helpers/cases.ts';
import { median, row } from './measure.ts';

/** One labelled paste and what we said to it. */
export interface Judged {
  readonly name: string;
  /** By which rule the first answer was found; `none` where nothing was said. */
  readonly rule: string;
  /** Of the first answer; 0 where nothing was said. */
  readonly confidence: number;
  /** The first answer is the expected one. Nothing said where something was to be said counts as an answer missed. */
  readonly isRight: boolean;
}

/** Cases that need a request log are left out: the tables alone cannot know. */
const cases: readonly Case[] = caseNames.map(readCase).filter(({ logs }) => logs === undefined);

export function judge(knowledge: Knowledge): readonly Judged[] {
  return cases.map(({ name, paste, expected }) => {
    const [first] = answer(paste, { knowledge }).diagnoses;
    return {
      name,
      rule: first?.rule ?? 'none',
      confidence: first?.confidence ?? 0,
      isRight: first === undefined ? expected.first !== 'none' : first.id === expected.first,
    };
  });
}

/** Baseline (b): a plain fuse.js search for the paste's first words over the same tables. */
export function benchAccuracy(knowledge: Knowledge): void {
  const entries = [...knowledge.entries.values()].filter(({ kind }) => kind !== 'tip');
  const fuse = new Fuse(entries, {
    keys: ['id', 'title', 'symptoms', 'names', 'identifiers', 'cause', 'when.phrases'],
    includeScore: true,
    ignoreLocation: true,
  });
  /** fuse.js takes seconds for a long text: the first line is what a person would type into a search field. */
  const query = (paste: string): string => (paste.trim().split('\n')[0] ?? '').slice(0, 120);
  const plain = cases.map(({ paste, expected }) => {
    const [first] = fuse.search(query(paste), { limit: 1 });
    const id = first !== undefined && (first.score ?? 1) <= 0.4 ? first.item.id : 'none';
    return id === expected.first;
  });
  const given = cases.map(({ paste, expected }) => {
    const [first] = answer(paste, { knowledge }).diagnoses;
    return (first !== undefined && first.confidence >= 0.5 ? first.id : 'none') === expected.first;
  });
  const right = (of: readonly boolean[]): string =>
    `${of.filter((one) => one).length}/${of.length}`;
  // fuse.js takes seconds for all of them.
  const short = cases.filter(({ paste }) => paste.length <= 4_096).slice(0, 20);
  const time = (ask: (paste: string) => unknown): string =>
    `${median(() => short.forEach(({ paste }) => void ask(paste)), 1).toFixed(0)} ms`;
  console.log(`\n## Accuracy on ${cases.length} whole pastes (test/cases), against baseline (b)`);
  row('first answer right, or rightly none', `ours ${right(given)}`, `fuse.js ${right(plain)}`);
  row(
    `time for ${short.length} of up to 4 KB`,
    `ours ${time((paste) => answer(paste, { knowledge }))}`,
    `fuse.js ${time((paste) => fuse.search(query(paste), { limit: 1 }))}`,
  );
}
