import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Rich } from './card.ts';
import { text } from './inline.ts';

/** Whose move it is, and whether a retry is safe: the second line of the card. */
export function moveOf({ actor, retry, system }: Diagnosis): Rich {
  return [text(`${actorOf(actor, system)} · ${retryOf(retry)}`)];
}

function actorOf(actor: Diagnosis['actor'], system: string): string {
  const provider = system === 'StackOne' || system === 'The provider' ? 'the provider' : system;
  switch (actor) {
    case 'caller':
      return 'Your move';
    case 'project-admin':
      return 'Your StackOne project admin has to act';
    case 'customer-admin':
      return provider === 'the provider'
        ? "Your customer's admin has to act"
        : `Your customer's ${provider} admin has to act`;
    case 'provider':
      return `${provider === 'the provider' ? 'The provider' : provider} has to act`;
    case 'stackone':
      return 'StackOne has to act';
    case 'nobody':
      return 'Nobody has to act: wait';
    case 'unclear':
      return 'Whose move it is cannot be told yet';
    default:
      return actor satisfies never;
  }
}

function retryOf({ verdict, afterSeconds }: Diagnosis['retry']): string {
  const wait = afterSeconds === null ? '' : ` after ${waitOf(afterSeconds)}`;
  switch (verdict) {
    case 'yes':
      return `a retry is safe${wait}`;
    case 'after-change':
      return "don't retry until the fix is done";
    case 'check-first':
      return `check before you retry: the call may have gone through`;
    case 'no':
      return "don't retry";
    case 'unknown':
      return 'I cannot tell whether a retry is safe';
    default:
      return verdict satisfies never;
  }
}

function waitOf(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
