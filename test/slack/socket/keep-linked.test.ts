import { WebAPIRateLimitedError } from '@slack/web-api';
import { expect, onTestFinished, test } from 'vitest';
import { keepLinked } from '../../../src/slack/socket/keep-linked.ts';
import type { Link } from '../../../src/slack/socket/link.ts';

interface Played extends Link {
  leaving(): void;
  lose(): void;
}

/** Connections that do as they are told. @param refusals - of the first attempts */
function play(refusals: readonly unknown[] = []) {
  const links: Played[] = [];
  const failures: unknown[] = [];
  const waiting = [...refusals];
  const keeper = keepLinked({
    create({ leaving, lost }) {
      let isOpen = false;
      const end = () => {
        isOpen = false;
        lost();
      };
      const link: Played = {
        async open() {
          const refusal = waiting.shift();
          if (refusal !== undefined) throw refusal;
          isOpen = true;
        },
        isOpen: () => isOpen,
        close: end,
        leaving,
        lose: end,
      };
      links.push(link);
      return link;
    },
    failed: ({ error }) => void failures.push(error),
  });
  onTestFinished(() => keeper.stop());
  return { keeper, links, failures };
}

test('the next connection is open before the last one is closed', async () => {
  const { keeper, links } = play();
  await keeper.start();
  links[0]?.leaving();
  links[0]?.leaving();
  await expect.poll(() => links[1]?.isOpen()).toBe(true);
  expect(links).toHaveLength(2);
  expect(links[0]?.isOpen()).toBe(true);
  await expect.poll(() => links[0]?.isOpen(), { timeout: 5_000 }).toBe(false);
  expect(links).toHaveLength(2);
  expect(keeper.isLinked()).toBe(true);
});

test('one that is lost is followed, and one that was replaced is not', async () => {
  const { keeper, links } = play();
  await keeper.start();
  links[0]?.lose();
  expect(keeper.isLinked()).toBe(false);
  await expect.poll(() => keeper.isLinked()).toBe(true);
  links[0]?.lose();
  expect(links).toHaveLength(2);
});

test('it does not give up, and says each time why', async () => {
  const refused = new Error('no');
  const { keeper, links, failures } = play([refused, refused]);
  await keeper.start();
  expect(failures).toEqual([refused, refused]);
  expect(links).toHaveLength(3);
});

test('stopped, it closes what is open and opens nothing more', async () => {
  const { keeper, links } = play();
  await keeper.start();
  keeper.stop();
  expect(links[0]?.isOpen()).toBe(false);
  links[0]?.lose();
  expect(links).toHaveLength(1);
});

test.each([new Error('no'), new WebAPIRateLimitedError(30)])(
  'stopped while it waits, it ends: %s',
  async (refusal) => {
    const refusals = Array.from({ length: 50 }, () => refusal);
    const { keeper, failures } = play(refusals);
    const started = keeper.start();
    await expect.poll(() => failures.length).toBeGreaterThan(0);
    keeper.stop();
    await started;
    expect(keeper.isLinked()).toBe(false);
  },
);
