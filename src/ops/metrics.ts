import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What `/metrics` tells, in Prometheus' text format. Labels are few and closed: never a name, an ID or a text. */
export interface Metrics {
  /** One question answered, or failed. */
  answered(question: {
    readonly surface: string;
    readonly outcome: string;
    readonly durationMs: number;
  }): void;
  lookedUp(outcome: string): void;
  setConnected(connected: boolean): void;
  readonly contentType: string;
  text(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const questions = new Histogram({
    name: 'stackone_error_bot_question_seconds',
    help: 'Time from a question to its answer.',
    labelNames: ['surface', 'outcome'] as const,
    buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10],
    registers: [registry],
  });
  const lookups = new Counter({
    name: 'stackone_error_bot_lookups_total',
    help: 'Request-log look-ups by what came of them.',
    labelNames: ['outcome'] as const,
    registers: [registry],
  });
  const connected = new Gauge({
    name: 'stackone_error_bot_slack_connected',
    help: '1 while connected to Slack.',
    registers: [registry],
  });
  return {
    answered: ({ surface, outcome, durationMs }) =>
      questions.observe({ surface, outcome }, durationMs / 1_000),
    lookedUp: (outcome) => lookups.inc({ outcome }),
    setConnected: (value) => connected.set(value ? 1 : 0),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
