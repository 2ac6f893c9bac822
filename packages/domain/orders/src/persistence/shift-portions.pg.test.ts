import { createHash } from "node:crypto";
import { inTransaction } from "@sanqi/database";
import { jobMigrations } from "@sanqi/jobs";
import { prepareJobs } from "@sanqi/jobs/worker";
import { createIds, type DishId, fen, hour, manualClock, minute, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  createOrderUseCases,
  createSystemCommands,
  type OrderableShop,
  type OrderUseCases,
} from "../use-cases/index.ts";
import { createOrderStore, orderMigrations, setPortionsLeft, shiftPortions } from "./index.ts";

/** 11:00 in China. */
const clock = manualClock(Date.UTC(2026, 10, 22, 3));
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
const campusId = toId("campus", "cmp_00000000000000000001");
const shopId = ids.next("shop");
const slotIn = (hours: number) => {
  const from = clock.now() + hours * hour;
  return { from, to: from + 15 * minute };
};
/** As soon as can be, this evening, tomorrow. */
const [evening, nextDay] = [slotIn(7), slotIn(25)];
const whens = { now: null, evening: evening.from, tomorrow: nextDay.from };
type When = keyof typeof whens;
const days = ["2026-11-22", "2026-11-23"] as const;
const dayOf = (when: When) => (when === "tomorrow" ? days[1] : days[0]);
let db: TestDatabase;
let store: ReturnType<typeof createOrderStore>;
let orders: OrderUseCases;
let timers: ReturnType<typeof createSystemCommands>;
let dishId: DishId;
/** What the menu says, and what a process that read it a moment ago still believes. */
let menu: { daily: number; large: number | null };
let believed: number | null;

const size = (key: string, name: string, price: number) => {
  return { key, name, nameEn: key, priceFen: fen(price), soldOut: false };
};
const shop = (): OrderableShop => ({
  ...{ shopId, name: "店", nameEn: "Shop", point: [120, 30], open: true },
  ...{ opensAt: null, opensDay: null, closedReason: null, minOrderFen: fen(0), packingFen: fen(0) },
  tariff: { baseFen: fen(0), distance: null, surcharges: [] },
  handovers: ["pickup"],
  slotCapacity: 10_000,
  slots: () => [evening, nextDay],
  dishes: new Map([
    [
      dishId,
      {
        ...{ dishId, name: "奶茶", nameEn: "Milk tea", art: "tea", priceFen: fen(1000), soldOut: false },
        options: [
          {
            ...{ key: "size", name: "杯型", nameEn: "Size", min: 1, max: 1 },
            choices: [size("large", "大杯", 300), size("small", "小杯", 0)],
          },
        ],
        dailyStock: believed ?? menu.daily,
        choiceStock: new Map(menu.large === null ? [] : [["size:large", menu.large]]),
      },
    ],
  ]),
});

beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...jobMigrations, ...orderMigrations], prepareJobs);
  store = createOrderStore(db.sql, ids, () => {});
  timers = createSystemCommands({ store, clock });
  orders = createOrderUseCases({
    store,
    clock,
    ids,
    menu: { shop: async () => shop(), table: async () => null },
    planner: { plan: async () => null, atCounter: async ({ now }) => ({ earliest: now, latest: now + 1 }) },
    pictures: { claim: async () => false, link: (_, id) => id },
    offers: { of: async () => ({ rules: [], held: [], isNew: false }) },
    digest: (text) => createHash("sha256").update(text).digest("hex"),
    pickupCode: () => "4711",
    words: (p) => ({ zh: p.kind, en: p.kind }),
  });
});
afterAll(() => db?.drop());
const fresh = () => {
  dishId = ids.next("dish");
  menu = { daily: 50, large: null };
  believed = null;
};
beforeEach(fresh);

const caller = () => ({ campusId, accountId: ids.next("account"), name: "同学", traceId: "trace" });
async function order(when: When, quantity: number, large = false) {
  const who = caller();
  const result = await orders.place(who, {
    ...{ key: crypto.randomUUID(), shopId, handover: "pickup", placeId: null, tableId: null },
    ...{ slotFrom: whens[when], couponIds: [], host: "weapp", note: "", cutlery: 0, contactPhone: null },
    lines: [{ dishId, quantity, choices: [large ? "size:large" : "size:small"] }],
    expectedTotalFen: fen(quantity * (large ? 1300 : 1000)),
  });
  if (result.ok) return { who, orderId: result.value.orderId };
  expect(result.error.kind).toBe("soldOut");
  return null;
}
const ordered = async (...wanted: Parameters<typeof order>) => (await order(...wanted)) !== null;
const cancel = async ({ who, orderId }: NonNullable<Awaited<ReturnType<typeof order>>>) =>
  expect((await orders.cancel(who, { orderId, reason: "" })).ok).toBe(true);

/** As the catalog tells it, in one transaction with the menu. */
async function setMenu(now: typeof menu) {
  const changes = [
    ...(menu.daily === now.daily ? [] : [{ dishId, choice: null, from: menu.daily, to: now.daily }]),
    ...(now.large === null || now.large === menu.large
      ? []
      : [{ dishId, choice: "size:large", from: menu.large, to: now.large }]),
  ];
  await inTransaction(db.sql, (tx) => shiftPortions(tx, { campusId, days, changes }));
  menu = now;
}

const whenAny = fc.constantFrom<When>("now", "evening", "tomorrow");
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("order" as const),
      when: whenAny,
      quantity: fc.integer({ min: 1, max: 5 }),
      large: fc.boolean(),
      late: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("cancel" as const), which: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("menu" as const),
      daily: fc.integer({ min: 0, max: 14 }),
      large: fc.option(fc.integer({ min: 0, max: 8 })),
    }),
  },
);

describe("the portions of the coming days", () => {
  it("are sold as often as the newest menu says, whatever was ordered, cancelled and changed before", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        fresh();
        menu = { daily: 10, large: null };
        let open: {
          made: NonNullable<Awaited<ReturnType<typeof order>>>;
          day: string;
          n: number;
          large: boolean;
        }[] = [];
        const sold = (day: string, large: boolean) =>
          open.reduce((sum, one) => sum + (one.day === day && (one.large || !large) ? one.n : 0), 0);
        const most = (large: boolean) => Math.max(...days.map((day) => sold(day, large)));
        let old: number | null = null;
        for (const one of steps) {
          if (one.kind === "menu") {
            old = menu.daily;
            const daily = Math.max(one.daily, most(false));
            await setMenu({ daily, large: one.large === null ? null : Math.max(one.large, most(true)) });
          } else if (one.kind === "cancel") {
            const gone = open[one.which % Math.max(1, open.length)];
            if (!gone) continue;
            await cancel(gone.made);
            open = open.filter((other) => other !== gone);
          } else {
            const { when, quantity, large } = one;
            const day = dayOf(when);
            const fits =
              sold(day, false) + quantity <= menu.daily &&
              (!large || menu.large === null || sold(day, true) + quantity <= menu.large);
            believed = one.late ? old : null;
            const made = await order(when, quantity, large);
            believed = null;
            expect(made !== null).toBe(fits);
            if (made) open.push({ made, day, n: quantity, large });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("follow a lower number although the first of them was ordered at the old one", async () => {
    await order("tomorrow", 1);
    await setMenu({ daily: 2, large: null });
    expect([
      await ordered("tomorrow", 10),
      await ordered("tomorrow", 1),
      await ordered("tomorrow", 1),
    ]).toEqual([false, true, false]);
  });

  it("are not sold twice where a number was lowered by mistake and put back", async () => {
    const first = await order("tomorrow", 40);
    await setMenu({ daily: 2, large: null });
    expect(await ordered("tomorrow", 1)).toBe(false);
    await setMenu({ daily: 50, large: null });
    expect([await ordered("tomorrow", 11), await ordered("tomorrow", 10)]).toEqual([false, true]);
    if (first) await cancel(first);
    expect([await ordered("tomorrow", 41), await ordered("tomorrow", 40)]).toEqual([false, true]);
  });

  it("are those of a menu that was read before the change, and ordered from after it", async () => {
    await setMenu({ daily: 2, large: null });
    believed = 50;
    expect([await ordered("tomorrow", 3), await ordered("tomorrow", 2), await ordered("now", 3)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("of a choice that is counted from now on are what its orders leave, cooked in vain or not", async () => {
    const kitchen = { ...caller(), shopIds: [shopId] };
    const made = await order("evening", 2, true);
    const gone = await order("evening", 3, true);
    if (!made || !gone) throw new Error("nothing was ordered");
    const payment = { paymentId: ids.next("payment"), paidAt: clock.now() };
    const { orderId } = made;
    await store.change({ campusId, orderId, traceId: "t" }, timers.paymentDecision(payment, clock.now()));
    await orders.accept(kitchen, orderId);
    await orders.startCooking(kitchen, orderId);
    expect((await orders.refuse(kitchen, { orderId, reason: "糊了" })).ok).toBe(true);
    await cancel(gone);
    await setMenu({ daily: 50, large: 5 });
    expect([await ordered("evening", 4, true), await ordered("evening", 3, true)]).toEqual([false, true]);
    expect(await ordered("tomorrow", 5, true)).toBe(true);
  });
});

describe("what the kitchen counts", () => {
  it("may be sold beyond what is ordered already, also what is ordered for later today", async () => {
    const later = await order("evening", 3);
    await inTransaction(db.sql, (tx) =>
      setPortionsLeft(tx, { campusId, dishId, choice: null, day: days[0], left: 5 }),
    );
    expect([await ordered("now", 5), await ordered("now", 1)]).toEqual([true, false]);
    if (later) await cancel(later);
    expect([await ordered("now", 4), await ordered("evening", 3)]).toEqual([false, true]);
  });
  it("stands after a number was lowered below what was ordered, and moves with the next one", async () => {
    await order("now", 40);
    await setMenu({ daily: 2, large: null });
    await inTransaction(db.sql, (tx) =>
      setPortionsLeft(tx, { campusId, dishId, choice: null, day: days[0], left: 3 }),
    );
    await setMenu({ daily: 4, large: null });
    expect([await ordered("now", 6), await ordered("now", 5)]).toEqual([false, true]);
  });
});
