import { afterEach } from 'vitest';
import {
  createPlatform,
  type Platform,
  type PlatformOptions,
} from '../../src/enrichment/platform.ts';
import { createTestClock, type TestClock } from './stackone-clock.ts';
import { type StackOneOptions, type StackOneStandIn, startStackOne } from './stackone-stand-in.ts';

export const API_KEY = 'v1.eu1.fake-key-of-the-tests';
export const REQUEST_ID = 'adbf752f-6457-4ddd-89b3-98ae2252b83b';

export interface Setting {
  readonly stackOne: StackOneStandIn;
  readonly platform: Platform;
  readonly clock: TestClock;
}

const started: StackOneStandIn[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.close()));
});

/** A StackOne on loopback and our client of it, on a clock that stands still. Closed after each test. */
export async function arrange(
  data: Omit<StackOneOptions, 'apiKey'> = {},
  options: Partial<PlatformOptions> = {},
): Promise<Setting> {
  const stackOne = await startStackOne({ apiKey: API_KEY, ...data });
  started.push(stackOne);
  const clock = createTestClock();
  const platform = createPlatform({
    apiKey: API_KEY,
    rootUrl: stackOne.url,
    userAgent: 'stackone-error-bot/0.0.0-test',
    clock,
    random: () => 0.5,
    ...options,
  });
  return { stackOne, platform, clock };
}
