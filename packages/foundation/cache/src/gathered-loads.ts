type Ticket<V> = PromiseWithResolvers<V | null>;

/**
 * Look-ups of single keys, made together: what is asked for while look-ups are under way goes with the next one. So however
 * many keys are asked for, the database sees `lanes` look-ups of at most `batch` keys at a time.
 * @returns looks one key up, in a look-up that begins after the call; whoever asks for it before that shares the answer
 */
export function gatheredLoads<V>(
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
  { lanes, batch }: { lanes: number; batch: number },
): (key: string) => Promise<V | null> {
  const waiting = new Map<string, Ticket<V>>();
  let busy = 0;
  let called = false;

  async function lookUp(tickets: readonly (readonly [string, Ticket<V>])[]): Promise<void> {
    busy += 1;
    try {
      const found = await load(tickets.map(([key]) => key));
      for (const [key, ticket] of tickets) ticket.resolve(found.get(key) ?? null);
    } catch (error) {
      for (const [, ticket] of tickets) ticket.reject(error);
    }
    busy -= 1;
    begin();
  }
  function begin(): void {
    called = false;
    while (busy < lanes && waiting.size > 0) {
      const tickets = [...waiting].slice(0, batch);
      for (const [key] of tickets) waiting.delete(key);
      void lookUp(tickets);
    }
  }

  return (key) => {
    const known = waiting.get(key);
    if (known) return known.promise;
    const ticket = Promise.withResolvers<V | null>();
    waiting.set(key, ticket);
    // What is asked for in the same breath goes together.
    if (!called) queueMicrotask(begin);
    called = true;
    return ticket.promise;
  };
}
