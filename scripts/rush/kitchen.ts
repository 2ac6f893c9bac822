import { insist } from "./client.ts";
import type { Entry } from "./ledger.ts";
import { habits } from "./tempo.ts";
import type { Person, World } from "./world.ts";

/** Which of the kitchen's cooks takes a ticket; they agree by looking at its number. */
const takerOf = (orderId: string, cooks: number): number =>
  (orderId.charCodeAt(orderId.length - 1) ?? 0) % cooks;

/**
 * A cook at the board: reads it whenever a hint says that it changed, accepts, cooks and rings the bell. Tickets that are
 * not of this rush are left to whoever else uses the product.
 */
export function runKitchen(world: World, cook: Person, shift: { number: number; cooks: number }): void {
  const { ledger, tally } = world;
  let reading = false;
  let again = false;

  async function read(): Promise<void> {
    if (reading || world.closed) {
      again = true;
      return;
    }
    reading = true;
    again = false;
    try {
      const board = await cook.api.merchant.board.query();
      for (const { orderId } of board.new) {
        const entry = ledger.entries.get(orderId);
        if (!entry || entry.seenInKitchen || takerOf(orderId, shift.cooks) !== shift.number) continue;
        entry.seenInKitchen = true;
        if (entry.moneyGivenAt !== null)
          tally.note("paid→kitchen", Math.max(0, performance.now() - entry.moneyGivenAt));
        void take(entry);
      }
    } catch (error) {
      tally.failure("board", error);
    }
    await world.sleep(world.tempo.boardMs);
    reading = false;
    if (again) void read();
  }

  async function take(entry: Entry): Promise<void> {
    const { orderId } = entry;
    await world.sleep(world.tempo.ticketMs);
    if (world.closed) return;
    try {
      if (world.random.chance(habits.kitchenRefuses)) {
        await cook.api.merchant.refuse.mutate({ orderId, reason: "食材用完了" });
        return;
      }
      entry.acceptCalledAt = performance.now();
      await tally.time("accept", () => cook.api.merchant.accept.mutate({ orderId }));
    } catch (error) {
      // The student cancelled while the ticket was being read: nothing to cook.
      if (entry.stage !== "cancelled" && entry.stage !== "refused") tally.failure("ticket", error);
      return;
    }
    entry.accepted = true;
    tally.add("accepted");
    await world.sleep(world.tempo.cookMs);
    if (world.closed) return;
    await insist(() => cook.api.merchant.ready.mutate({ orderId })).catch((error: unknown) =>
      tally.failure("ready", error),
    );
  }

  const watching = cook.api.merchant.watch.subscribe(undefined, {
    onStarted: () => void read(),
    onData: () => void read(),
    onError: (error) => tally.failure("kitchen watch", error),
  });
  const poll = setInterval(() => void read(), world.tempo.pollMs);
  world.onClose(() => {
    clearInterval(poll);
    watching.unsubscribe();
  });
}
