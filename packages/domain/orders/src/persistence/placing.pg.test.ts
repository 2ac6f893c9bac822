import { jobMigrations } from "@sanqi/jobs";
import { prepareJobs } from "@sanqi/jobs/worker";
import { type CampusId, createIds, type DishId, fen, manualClock, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { placed } from "../domain/index.ts";
import { anOrder, someone } from "../domain/order-for-tests.ts";
import type { Placement } from "../use-cases/ports.ts";
import { createOrderStore, orderMigrations } from "./index.ts";

const ids = createIds(manualClock(1_795_665_600_000).now, (b) => crypto.getRandomValues(b));
const day = "2026-11-26";
let db: TestDatabase;
let campusId: CampusId;
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...jobMigrations, ...orderMigrations], prepareJobs);
});
afterAll(() => db?.drop());
beforeEach(() => {
  campusId = ids.next("campus");
});

/** With one lane, all that come after the first wait and go together. */
const storeOf = (most: number, lanes = 1) => createOrderStore(db.sql, ids, () => {}, { most, lanes });
const dish = (n: number): DishId => toId("dish", `dsh_${String(n).padStart(20, "0")}`);

type Wish = {
  readonly account: number;
  readonly dishes: readonly (readonly [dish: number, quantity: number])[];
  readonly large: number;
  readonly slot: number | null;
};
const stock = { dish: 7, choice: 3, slot: 4 };

/** An order as the use-case hands it over; `large` portions of the first dish are of a choice with its own stock. */
function placement(wish: Wish, over: Parameters<typeof anOrder>[0] = {}): Placement {
  const orderId = ids.next("order");
  const slot = wish.slot === null ? null : { from: 1_800_000_000_000 + wish.slot, to: 1_800_000_900_000 };
  const order = anOrder({ campusId, orderId, accountId: someone(wish.account), slot, ...over });
  const named = { name: "盖饭", nameEn: "Rice" };
  return {
    decision: placed(order, { kind: "student", accountId: order.accountId }),
    key: orderId,
    fingerprint: "",
    portions: wish.dishes.map(([n, quantity]) => ({
      ...named,
      dishId: dish(n),
      quantity,
      dailyStock: stock.dish,
    })),
    choicePortions:
      wish.large > 0
        ? [
            {
              ...named,
              dishId: dish(0),
              choice: "size:large",
              quantity: wish.large,
              dailyStock: stock.choice,
            },
          ]
        : [],
    slotCapacity: slot && stock.slot,
    couponIds: [],
    forNewcomers: false,
    day,
    traceId: "trace",
  };
}
const plain = (account: number, quantity = 1): Wish => ({
  account,
  dishes: [[0, quantity]],
  large: 0,
  slot: null,
});
const count = async (table: "orders" | "order_line" | "order_step" | "outbox") =>
  Number((await db.sql`select count(*)::int as n from ${db.sql(table)} where campus_id = ${campusId}`)[0]?.n);

describe("orders that are placed together", () => {
  it("are each answered after their own commit", async () => {
    const store = storeOf(64);
    const wishes = Array.from({ length: 7 }, (_, n) => plain(n));
    await Promise.all(
      wishes.map(async (wish) => {
        const wanted = placement(wish);
        expect(await store.place(wanted)).toEqual({ kind: "placed" });
        const { orderId } = wanted.decision.order;
        expect(await store.load(campusId, orderId)).toMatchObject({
          orderId,
          version: 1,
          lines: [{ quantity: 2 }],
        });
      }),
    );
    for (const table of ["orders", "order_line", "order_step", "outbox"] as const)
      expect(await count(table)).toBe(7);
  });

  it("are not failed by one that the database refuses", async () => {
    const store = storeOf(64);
    const broken = {
      goodsFen: fen(1),
      packingFen: fen(0),
      deliveryFeeFen: fen(0),
      discountFen: fen(0),
      totalFen: fen(2),
    };
    const wanted = [0, 1, 2, 3, 4].map((n) => placement(plain(n), n === 2 ? { amounts: broken } : {}));
    const ended = await Promise.allSettled(wanted.map((one) => store.place(one)));
    expect(ended.map(({ status }) => status)).toEqual(
      [0, 1, 2, 3, 4].map((n) => (n === 2 ? "rejected" : "fulfilled")),
    );
    expect(await count("orders")).toBe(4);
    expect((await store.stockLeft(campusId, [dish(0)], day)).get(dish(0))).toBe(stock.dish - 4);
  });

  it("of one account take turns: a repeated key is one order, and three may be unpaid", async () => {
    const store = storeOf(64);
    const first = placement(plain(1));
    const again = { ...placement(plain(1)), key: first.key };
    const outcomes = await Promise.all([first, again, again].map((one) => store.place(one)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(["placed", "repeated", "repeated"]);
    const { orderId } = first.decision.order;
    expect(outcomes[1]).toMatchObject({ order: { orderId } });
    const more = await Promise.all([1, 2, 3].map(() => store.place(placement(plain(1)))));
    expect(more.map(({ kind }) => kind).sort()).toEqual(["placed", "placed", "tooManyUnpaid"]);
    // The desk takes orders for many people.
    const byPhone = [1, 2].map(() => store.place(placement(plain(1), { byPhone: true })));
    expect(await Promise.all(byPhone)).toEqual([{ kind: "placed" }, { kind: "placed" }]);
  });

  it("get exactly what there is of dishes, choices and slots, whoever shares their transactions", async () => {
    const wish = fc.record({
      account: fc.nat(40),
      dishes: fc.uniqueArray(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), {
        selector: ([n]) => n,
        minLength: 1,
        maxLength: 3,
      }),
      large: fc.nat(2),
      slot: fc.option(fc.nat(1)),
    });
    const rounds = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.array(wish, { minLength: 1, maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(rounds, async ([most, wishes]) => {
        campusId = ids.next("campus");
        // Two processes, with two transactions each at the same time.
        const [store, other] = [storeOf(most, 2), storeOf(most, 2)];
        const wanted = wishes.map((one) => placement(one));
        const outcomes = await Promise.all(wanted.map((one, n) => (n % 2 ? store : other).place(one)));
        const taken = wanted.filter((_, n) => outcomes[n]?.kind === "placed");
        expect(await count("orders")).toBe(taken.length);

        for (let n = 0; n <= 3; n += 1) {
          const sold = taken.flatMap((p) => p.portions).filter((p) => p.dishId === dish(n));
          const total = sold.reduce((sum, p) => sum + p.quantity, 0);
          const left = (await store.stockLeft(campusId, [dish(n)], day)).get(dish(n)) ?? stock.dish;
          expect(left).toBe(stock.dish - total);
        }
        const large = taken.flatMap((p) => p.choicePortions).reduce((sum, p) => sum + p.quantity, 0);
        const leftLarge = (await store.choicesLeft(campusId, [dish(0)], day)).get(`${dish(0)} size:large`);
        expect(leftLarge ?? stock.choice).toBe(stock.choice - large);
        const slots = [0, 1].map((n) => ({ from: 1_800_000_000_000 + n, to: 0 }));
        const [someShop] = wanted;
        const shopId = someShop?.decision.order.shop.shopId ?? ids.next("shop");
        const loads = await store.slotLoads(campusId, shopId, slots);
        for (const { from } of slots)
          expect(loads.get(from) ?? 0).toBe(
            taken.filter(({ decision }) => decision.order.slot?.from === from).length,
          );
        // Nobody is refused who could have been served in the end.
        for (const [n, outcome] of outcomes.entries()) {
          const { portions = [] } = wanted[n] ?? {};
          if (outcome.kind !== "soldOut") continue;
          const short = [...portions, ...(wanted[n]?.choicePortions ?? [])];
          expect(short.map((p) => p.dishId)).toContain(outcome.dishId);
          expect(short.some((p) => p.quantity > outcome.left)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
