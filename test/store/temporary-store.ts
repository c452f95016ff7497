import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

export const NOON = Date.UTC(2026, 0, 15, 12);
export const DAY_MS = 24 * 60 * 60 * 1_000;
export const TEAM = 'T0EXAMPLE';

/** A clock that stands until it is moved. */
export interface Clock {
  (): number;
  now: number;
}

export function standingClock(now = NOON): Clock {
  const clock = () => clock.now;
  clock.now = now;
  return clock;
}

/** An empty folder, gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store without a file, or on a shared one, closed after the test. */
export async function temporaryStore({
  clock = standingClock(),
  path = ':memory:',
  retentionDays = 30,
}: {
  clock?: Clock;
  path?: string;
  retentionDays?: number;
} = {}): Promise<{ store: Store; clock: Clock }> {
  const store = await openStore({ dataDir: '.', path, clock, retentionDays });
  onTestFinished(() => store.close());
  return { store, clock };
}

export function message(number: number, kind = 'message') {
  return {
    teamId: TEAM,
    eventId: `Ev${number}`,
    dedupeKey: `C0EXAMPLE:${number}`,
    kind,
    body: JSON.stringify({ number }),
  };
}
