import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import * as z from 'zod';
import type { Report } from '../report/report.ts';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });
/** A line longer than this is not read. */
const MAX_LINE = 16 * 1024 * 1024;

export interface BatchDeps {
  readonly input: Readable;
  write(line: string): void;
  report(text: string): Promise<Report>;
}

/** JSON Lines in, JSON Lines out, in the same order. A bad line gives a line with `error`, and the rest goes on. */
export async function runBatch({ input, write, report }: BatchDeps): Promise<0 | 1> {
  let bad = false;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if ('error' in read) {
      bad = true;
      write(JSON.stringify(read));
      continue;
    }
    write(JSON.stringify({ id: read.id, ...(await report(read.text)) }));
  }
  return bad ? 1 : 0;
}

function readLine(
  line: string,
):
  | { readonly id: string | number; readonly text: string }
  | { readonly id: string | number | null; readonly error: string } {
  if (line.length > MAX_LINE)
    return { id: null, error: `expected a line of at most ${MAX_LINE} characters` };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'expected one JSON object on each line' };
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value);
  return {
    id: id.success ? id.data.id : null,
    error: 'expected an object with "id" (text or number) and "text" (text)',
  };
}
