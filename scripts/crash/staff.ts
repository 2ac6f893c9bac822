import type { OrderId } from "@sanqi/kernel";
import { demoMerchants, demoRiders } from "../../apps/bff/demo/people.ts";
import type { Ask, Person, Town } from "./town.ts";

const refuses = 0.12;

/** Kitchens and riders: they act on what their boards show, so a lost answer is made up for at the next look. */
export async function openCounters(town: Town): Promise<void> {
  const seen = new Set<string>();
  const cooks = demoMerchants.filter(({ kitchenKey }) => !seen.has(kitchenKey) && seen.add(kitchenKey));
  for (const { key, host } of cooks) void shift(town, { host, key }, cook);
  for (const { key, host } of demoRiders) void shift(town, { host, key }, ride);
}

async function shift(
  town: Town,
  who: Parameters<Town["logIn"]>[0],
  round: (town: Town, me: Person) => Promise<void>,
): Promise<void> {
  const me = await town.logIn(who).catch((error) => town.shrug(who.key, error));
  while (me && !town.closed) {
    await round(town, me).catch((error) => town.shrug(who.key, error));
    await town.rest([250, 500]);
  }
}

/** One after the other; what is refused (cancelled meanwhile, taken by somebody else) keeps nothing else from its turn. */
async function each<T>(town: Town, items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of items) await act(item).catch((error) => town.shrug("board", error));
}

async function cook(town: Town, { ask }: Person): Promise<void> {
  const board = await ask((api) => api.merchant.board.query());
  await each(town, board.cooking, ({ orderId }) => ask((api) => api.merchant.ready.mutate({ orderId })));
  await each(town, board.new, ({ orderId }) =>
    town.random.chance(refuses)
      ? ask((api) => api.merchant.refuse.mutate({ orderId, reason: "食材用完了" }))
      : ask((api) => api.merchant.accept.mutate({ orderId })),
  );
  const cases = await ask((api) => api.merchant.afterSales.query({ open: true }));
  const waiting = cases.filter(({ afterSale }) => afterSale.state === "opened");
  await each(town, waiting, ({ orderId }) =>
    ask((api) => api.merchant.answerAfterSale.mutate({ orderId, agrees: true, words: "抱歉" })),
  );
}

async function ride(town: Town, { ask }: Person): Promise<void> {
  const { available, mine } = await ask((api) => api.rider.board.query());
  await each(
    town,
    mine.filter((task) => task.fulfilment === "ready"),
    ({ orderId }) => ask((api) => api.rider.pickUp.mutate({ orderId })),
  );
  await each(
    town,
    mine.filter((task) => task.fulfilment === "pickedUp"),
    ({ orderId }) => deliver(town, ask, orderId),
  );
  const free = town.random.shuffled(available).slice(0, 3);
  await each(town, free, ({ orderId }) => ask((api) => api.rider.claim.mutate({ orderId })));
}

async function deliver(town: Town, ask: Ask, orderId: OrderId): Promise<void> {
  const code = town.memory.orders.get(orderId)?.pickupCode;
  // The student does not know it yet, or was of an earlier round and is gone.
  if (code) await ask((api) => api.rider.deliver.mutate({ orderId, code }));
}
