/**
 * Slack waits three seconds for an acknowledgement, and a person somewhat longer for an answer: so answers begin when
 * no delivery waits, one in each turn of the event loop. A flood does not hold them up for long.
 */
export interface AcksFirst {
  /** A delivery came, and waits for its acknowledgement. @returns to be called once it has it, or never will */
  arrived(): () => void;
  /** Resolves when there is time to begin something. */
  calm(): Promise<void>;
  /** Begins the work in calm, and not too much at once: for what nothing else bounds. */
  inCalm<T>(work: () => Promise<T>): Promise<T>;
}

/** Without deliveries, after one or a few. */
const CALM_MS = 2;
/** The same after a burst, whose next delivery may be on its way. */
const BURST_CALM_MS = 50;
const BURST = 8;
/** However many deliveries there are. */
const MOST_WAIT_MS = 2_000;
const MOST_AT_ONCE = 32;

export function createAcksFirst(): AcksFirst {
  const waiting: { readonly since: number; begin(): void }[] = [];
  const queued: (() => void)[] = [];
  let unacknowledged = 0;
  let calmFrom = 0;
  let burst = 0;
  let underWay = 0;
  let isTurning = false;

  function turn(): void {
    isTurning = false;
    const [first] = waiting;
    if (first === undefined) return;
    const now = performance.now();
    const isCalm = unacknowledged === 0 && now >= calmFrom;
    if (isCalm || now - first.since >= MOST_WAIT_MS) {
      waiting.shift();
      first.begin();
      turnSoon(0);
    } else turnSoon(CALM_MS);
  }

  function turnSoon(ms: number): void {
    if (isTurning) return;
    isTurning = true;
    if (ms === 0) setImmediate(turn);
    else setTimeout(turn, ms);
  }

  function calm(): Promise<void> {
    return new Promise((begin) => {
      waiting.push({ since: performance.now(), begin });
      turnSoon(0);
    });
  }

  return {
    arrived() {
      unacknowledged += 1;
      burst = performance.now() >= calmFrom + BURST_CALM_MS ? 1 : burst + 1;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        unacknowledged -= 1;
        calmFrom = performance.now() + (burst > BURST ? BURST_CALM_MS : CALM_MS);
      };
    },
    calm,
    async inCalm(work) {
      if (underWay >= MOST_AT_ONCE) await new Promise<void>((begin) => queued.push(begin));
      else underWay += 1;
      try {
        await calm();
        return await work();
      } finally {
        // Its place goes to the next.
        const next = queued.shift();
        if (next === undefined) underWay -= 1;
        else next();
      }
    },
  };
}
