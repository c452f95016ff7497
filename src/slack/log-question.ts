import type { SlackDeps } from './deps.ts';

/** One line for each question: reference, kind, duration, outcome. Never a name, a text or a secret. */
export function logQuestion(
  deps: SlackDeps,
  {
    surface,
    outcome,
    startedAt,
  }: { readonly surface: string; readonly outcome: string; readonly startedAt: number },
): void {
  const durationMs = deps.clock() - startedAt;
  deps.logger.info('question', { reference: deps.newReference(), surface, outcome, durationMs });
  deps.metrics?.answered({ surface, outcome, durationMs });
}
