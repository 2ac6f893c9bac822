/** Waits for a condition instead of for a time; fails with the last answer when it does not come true in `within` ms. */
export async function until<T>(
  probe: () => T | Promise<T>,
  holds: (value: Awaited<T>) => boolean = Boolean,
  within = 20_000,
): Promise<Awaited<T>> {
  const end = performance.now() + within;
  for (;;) {
    const value = await probe();
    if (holds(value)) return value;
    if (performance.now() > end)
      throw new Error(`condition did not come true; last answer: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
