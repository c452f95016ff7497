/** How much a process holds, as its own metrics say it. */
export interface Held {
  readonly heapMb: number;
  readonly rssMb: number;
}

export async function heldBy(opsUrl: string): Promise<Held | undefined> {
  try {
    const text = await (await fetch(`${opsUrl}/metrics`)).text();
    const megabytes = (name: string) =>
      Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]) / 2 ** 20;
    return {
      heapMb: megabytes('nodejs_heap_size_used_bytes'),
      rssMb: megabytes('process_resident_memory_bytes'),
    };
  } catch {
    return undefined; // it is starting, or busy: the next look will do
  }
}

/** The least that was held between collections of garbage, and the usual size of the process. */
export interface Span {
  readonly leastHeapMb: number;
  readonly medianRssMb: number;
}

/** In the second quarter, when all is warm, and in the last. */
export function spansOf(samples: readonly Held[]): { readonly early: Span; readonly late: Span } {
  const quarter = Math.floor(samples.length / 4);
  return {
    early: spanOf(samples.slice(quarter, 2 * quarter)),
    late: spanOf(samples.slice(-quarter)),
  };
}

function spanOf(samples: readonly Held[]): Span {
  const sizes = samples.map(({ rssMb }) => rssMb).toSorted((one, other) => one - other);
  return {
    leastHeapMb: Math.min(...samples.map(({ heapMb }) => heapMb)),
    medianRssMb: sizes[Math.floor(sizes.length / 2)] ?? 0,
  };
}
