import { own } from '../evidence/own.ts';
import type { Report } from './report.ts';

/** A vendor's name as people read it, by its short name; one that is not known is its own. */
export function labelOf(labels: Report['labels'], name: string): string {
  return own(labels, name) ?? name;
}
