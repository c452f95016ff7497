import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** Whole pastes, each in a folder of its own, with what must be found in it, written by hand. */

const folder = resolve(import.meta.dirname, '../cases');

const expectation = z.strictObject({
  first: z.string().describe('Id of the first diagnosis, or `none`.'),
  also: z.array(z.string()).default([]),
  status: z.int().optional(),
  provider: z.string().optional(),
  failed: z.int().optional().describe('How many failed calls are in it.'),
  requestIds: z.array(z.string()).optional(),
  accountIds: z.array(z.string()).optional(),
  escalation: z.enum(['not-needed', 'offered', 'advised']).optional(),
});

export interface Case {
  readonly name: string;
  readonly paste: string;
  readonly expected: z.infer<typeof expectation>;
  /** What the stand-in of StackOne keeps, where logs are looked up. */
  readonly logs: unknown;
}

export const caseNames: readonly string[] = readdirSync(folder).toSorted();

/** @throws when a file is missing or `expected.yml` is wrong */
export function readCase(name: string): Case {
  const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
  return {
    name,
    paste: read('paste.txt'),
    expected: expectation.parse(parse(read('expected.yml'))),
    logs: existsSync(join(folder, name, 'logs.json')) ? JSON.parse(read('logs.json')) : undefined,
  };
}
