import { join, resolve } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const root = resolve(import.meta.dirname, '../..');

/** The shipped tables, as the bot loads them in a checkout. */
export const knowledge = loadKnowledge({
  dir: join(root, 'knowledge'),
  cacheDir: join(root, 'node_modules/.cache/stackone-error-bot'),
});
