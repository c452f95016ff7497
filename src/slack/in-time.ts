/** What a piece of work comes to, or `late` when it takes longer; it is not ended, and nobody waits for it any more. */
export async function inTime<T>(
  work: Promise<T>,
  { ms, late }: { readonly ms: number; readonly late: T },
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
