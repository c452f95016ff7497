import { createHash, randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** A file larger than this is not one of ours. */
const MAX_BYTES = 64 * 1_048_576;
/** Of as many states of the tables what was read is kept; the oldest go. */
const MAX_KEPT = 8;

/** The first line is the hash of the rest: what was cut off or touched is not taken. */
export function seal(json: string): string {
  return `${hashOf(json)}\n${json}`;
}

/** The JSON of a sealed text, or `undefined` where the seal is broken. */
export function unseal(text: string): string | undefined {
  const json = text.slice(65);
  return text[64] === '\n' && text.slice(0, 64) === hashOf(json) ? json : undefined;
}

/** The JSON in a sealed file, or `undefined` where there is none, or none that can be believed. */
export function readSealed(file: string): string | undefined {
  try {
    const stat = statSync(file);
    return stat.isFile() && stat.size <= MAX_BYTES ? unseal(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a sealed file whole or not at all. What cannot be written is no fault: the next start reads the tables again. */
export function keepSealed(file: string, json: string): void {
  const fresh = `${file}.${randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(fresh, seal(json), { mode: 0o600 });
    renameSync(fresh, file);
    dropOldest(dirname(file));
  } catch {
    dropQuietly(fresh);
  }
}

function dropQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // not even its folder is there
  }
}

function dropOldest(dir: string): void {
  const kept = readdirSync(dir)
    .filter((name) => /^tables-[0-9a-f]+\.json$/.test(name))
    .map((name) => ({ file: join(dir, name), at: statSync(join(dir, name)).mtimeMs }))
    .toSorted((one, other) => other.at - one.at);
  for (const { file } of kept.slice(MAX_KEPT)) rmSync(file, { force: true });
}

function hashOf(json: string): string {
  return createHash('sha256').update(json).digest('hex');
}
