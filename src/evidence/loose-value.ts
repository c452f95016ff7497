import { FlatLines } from './flat-lines.ts';
import { LooseReader } from './loose-reader.ts';
import { unfold } from './unfold.ts';

/** Values as programs print them: JSON, `util.inspect`, Python, Ruby, PHP, Go and Java objects, whole or cut off. */

export type LooseValue = string | number | boolean | null | readonly LooseValue[] | LooseObject;

/** Made without a prototype, so that no key can be mistaken for a method. */
export interface LooseObject {
  readonly [key: string]: LooseValue;
}

export interface LooseFound {
  readonly value: LooseObject | readonly LooseValue[];
  readonly start: number;
  /** One past the last character that belongs to it. */
  readonly end: number;
  /** `false` when it was cut off or stopped making sense. */
  readonly whole: boolean;
}

export function isLooseObject(value: LooseValue | undefined): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where an object begins and ends in the text it was read from; only for objects that `findLooseValues` made. */
export function spanOf(value: LooseObject): readonly [number, number] | undefined {
  return spans.get(value);
}

const spans = new WeakMap<object, [number, number]>();

/** Where a value can begin; a bracket opens one only with a field behind it, for prose is full of brackets. */
const OPENING =
  /[{[]|#<(?=\w)|\((?=\w{1,60}=(?!=))|\((?=\s{1,200}(?:\[[\w$:@ -]{1,80}\]|'[^'\n]{1,120}'|0) =>)/g;

/**
 * Finds every object, and every list that holds one, in a text. Never throws. Linear: what was read once is not read
 * again, since reading goes on where the last attempt stopped.
 */
export function findLooseValues(given: string): readonly LooseFound[] {
  const { text, at: origin } = unfold(given);
  const note = (value: object, start: number, end: number): void => {
    spans.set(value, [origin(start), origin(end)]);
  };
  const found: LooseFound[] = [];
  const lines = new FlatLines(text);
  const opening = new RegExp(OPENING);
  for (let at = opening.exec(text); at !== null; at = opening.exec(text)) {
    const line = lines.read(at.index);
    if (line !== undefined) {
      note(line.value, at.index, line.end);
      opening.lastIndex = line.end;
      found.push({
        value: line.value,
        start: origin(at.index),
        end: origin(line.end),
        whole: true,
      });
      continue;
    }
    const reader = new LooseReader(text, at.index, note);
    const value = reader.readRoot();
    opening.lastIndex = Math.max(at.index + 1, reader.position);
    if (isWorthKeeping(value)) {
      found.push({
        value,
        start: origin(at.index),
        end: origin(reader.position),
        whole: reader.whole,
      });
    }
  }
  return found;
}

function isWorthKeeping(value: LooseValue): value is LooseObject | readonly LooseValue[] {
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object' && item !== null);
  return isLooseObject(value) && Object.keys(value).length > 0;
}
