/** Times in milliseconds; what counts is always a ratio of two that were taken in the same run. */

export function median(run: () => unknown, times: number): number {
  const samples = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return samples.toSorted((one, other) => one - other)[Math.floor(times / 2)] ?? 0;
}

/** Both in turn, so that a busy machine slows both. */
export function medians(
  one: () => unknown,
  other: () => unknown,
  times: number,
): readonly [number, number] {
  const samples: [number[], number[]] = [[], []];
  for (let at = 0; at < times; at += 1) {
    samples[0].push(median(one, 1));
    samples[1].push(median(other, 1));
  }
  const middle = (of: number[]): number =>
    of.toSorted((low, high) => low - high)[Math.floor(times / 2)] ?? 0;
  return [middle(samples[0]), middle(samples[1])];
}

export function row(name: string, ...cells: readonly string[]): void {
  console.log(`${name.padEnd(34)} ${cells.map((cell) => cell.padStart(16)).join(' ')}`);
}

export function verdict(value: number, most: number): string {
  return `${value.toFixed(2)} (bar ${most}${value <= most ? '' : ', ABOVE'})`;
}
