import { id, list, text, tolerant } from './log-schema.ts';

export { wrapped } from './log-schema.ts';

/** What we read of a linked account; everything else of it is passed over. Nothing in an answer can make these fail. */
export const wireAccount = tolerant({
  id,
  provider: text,
  status: text,
  status_reasons: list,
});

export const wireAccountReason = tolerant({ code: text, description: text, timestamp: text });
