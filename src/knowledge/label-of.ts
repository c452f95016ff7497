import { own } from '../evidence/own.ts';

/** A vendor's name as people read it, by its short name; one that is not known is its own. */
export function labelOf(labels: Readonly<Record<string, string>>, name: string): string {
  return own(labels, name) ?? name;
}
