import { inTransaction, json } from "@sanqi/database";
import { jobMigrations } from "@sanqi/jobs";
import { prepareJobs } from "@sanqi/jobs/worker";
import { type CampusId, createIds, day, fen, manualClock, type OrderId, second } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { placed } from "../domain/index.ts";
import { anOrder, shopId, someone } from "../domain/order-for-tests.ts";
import { aRule, steps } from "../domain/pricing/requests.test-data.ts";
import { createOffers, type OfferUseCases } from "../use-cases/index.ts";
import type { Placement } from "../use-cases/ports.ts";
import { createOfferStore, createOrderStore, orderMigrations } from "./index.ts";
import { releaseCoupons } from "./offers.ts";
import { toRow } from "./order-row.ts";

const clock = manualClock(1_795_665_600_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
let db: TestDatabase;
let campusId: CampusId;
let offers: OfferUseCases;
let store: ReturnType<typeof createOrderStore>;
const me = someone(1);
const boss = someone(9);
const by = (traceId = "trace") => ({ campusId, accountId: boss, name: "运营小林", traceId });
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...jobMigrations, ...orderMigrations], prepareJobs);
  store = createOrderStore(db.sql, ids, () => {});
});
afterAll(() => db?.drop());
beforeEach(() => {
  campusId = ids.next("campus");
  offers = createOffers({ store: createOfferStore(db.sql), clock, ids });
});

const { discountId: _, ...spend } = aRule(1, steps([3000, 500]), { shopId });
const draft = { ...spend, discountId: null };
const welcome = { kind: "newCustomer", fromFen: fen(0), offFen: fen(600) } as const;
const save = async (over: Partial<typeof draft> = {}) => {
  const saved = await offers.save(by(), { draft: { ...draft, ...over }, scope: null });
  if (!saved.ok) throw new Error(saved.error.kind);
  return saved.value.discountId;
};
const forMe = () => offers.of(campusId, { shopId, accountId: me, now: clock.now() });
/** An order as placing writes it, before anything else is taken. */
async function order(over: Parameters<typeof anOrder>[0] = {}) {
  const made = anOrder({ campusId, orderId: ids.next("order"), accountId: me, ...over });
  const more = { day: "2026-11-26", idempotencyKey: made.orderId, fingerprint: "" };
  await db.sql`insert into orders ${db.sql({ ...toRow(made), ...more, discounts: json(db.sql, made.discounts) })}`;
  return made;
}
/** Places an order of one dish as the order path does. */
async function place(over: Parameters<typeof anOrder>[0], more: Partial<Placement> = {}) {
  const made = anOrder({ campusId, orderId: ids.next("order"), ...over });
  return store.place({
    decision: placed(made, { kind: "student", accountId: made.accountId }),
    ...{ key: made.orderId, fingerprint: "", day: "2026-11-26", traceId: "trace", slotCapacity: null },
    ...{ portions: [], choicePortions: [], couponIds: [], forNewcomers: false },
    ...more,
  });
}
async function coupon(validUntilAt = clock.now() + day) {
  const discountId = await save({ needsCoupon: true });
  await offers.giveCoupons(by(), { discountId, accountIds: [me], validUntilAt });
  const [held] = (await forMe()).held.filter((c) => c.discountId === discountId);
  return { discountId, couponId: held?.couponId ?? ids.next("coupon") };
}

describe("discount rules", () => {
  it("hold for their shop or the whole campus, and come back as they were written", async () => {
    const own = await save();
    const everywhere = await save({ shopId: null, offer: welcome, bearer: "platform" });
    await save({ shopId: ids.next("shop") });
    const { rules, held, isNew } = await forMe();
    expect(new Set(rules)).toEqual(
      new Set([
        { ...draft, discountId: own },
        { ...draft, discountId: everywhere, shopId: null, offer: welcome, bearer: "platform" },
      ]),
    );
    expect({ held, isNew }).toEqual({ held: [], isNew: true });
    expect((await offers.list(campusId, null))[0]?.terms.zh).toMatch(/满30减5|新客立减6/);
  });

  it("are seen at once where they were changed, and elsewhere after two seconds", async () => {
    const elsewhere = createOffers({ store: createOfferStore(db.sql), clock, ids });
    const there = async () => (await elsewhere.of(campusId, { shopId, accountId: me, now: 0 })).rules.length;
    expect(await there()).toBe(0);
    const discountId = await save();
    expect((await forMe()).rules).toHaveLength(1);
    expect(await there()).toBe(0);
    clock.advance(2 * second);
    expect(await there()).toBe(1);
    expect(await offers.end(by(), { discountId, scope: null })).toMatchObject({ ok: true });
    expect((await forMe()).rules).toEqual([]);
    expect(await offers.list(campusId, null)).toMatchObject([{ discountId, endedAt: clock.now() }]);
    expect(await offers.end(by(), { discountId, scope: null })).toMatchObject({ ok: false });
  });

  it("are a shop's own only where it bears them itself", async () => {
    const scope = [shopId];
    const tries = [
      { shopId: null },
      { shopId: ids.next("shop") },
      { bearer: "platform" as const },
      { offer: welcome },
    ];
    for (const over of tries)
      expect(await offers.save(by(), { draft: { ...draft, ...over }, scope })).toMatchObject({
        ok: false,
      });
    const mine = await offers.save(by(), { draft, scope });
    const theirs = await save({ bearer: "platform" });
    expect(await offers.list(campusId, scope)).toHaveLength(1);
    // Neither can it take over what the platform pays for.
    for (const change of [
      offers.save(by(), { draft: { ...draft, discountId: theirs }, scope }),
      offers.end(by(), { discountId: theirs, scope }),
    ])
      expect(await change).toEqual({ ok: false, error: { kind: "offerNotFound" } });
    const changed = { ...draft, ...(mine.ok ? mine.value : {}), order: 7 };
    expect(await offers.save(by(), { draft: changed, scope })).toMatchObject({ ok: true });
    expect((await forMe()).rules.find((r) => r.order === 7)).toBeDefined();
  });
});

describe("who wrote what", () => {
  it("is kept with every rule and coupon, and stands in a log from what to what", async () => {
    const discountId = await save({ needsCoupon: true, bearer: "platform", shopId: null });
    const changed = {
      ...draft,
      discountId,
      needsCoupon: true,
      bearer: "platform",
      shopId: null,
      order: 7,
    } as const;
    clock.advance(second);
    const at = clock.now();
    await offers.save(by("later"), { draft: changed, scope: null });
    const gift = { discountId, accountIds: [me, someone(2)], validUntilAt: at + day };
    await offers.giveCoupons(by("gift"), gift);
    await offers.end(by("end"), { discountId, scope: null });
    const { discountId: _id, ...written } = changed;
    const before = { discountId, ...written, order: draft.order };
    const after = { discountId, ...written };
    const all = await offers.changes(campusId, { discountId: null, before: null, limit: 9 });
    const told = { discountId, accountId: boss, actorName: "运营小林", changeNo: expect.any(Number) };
    expect(all).toEqual([
      { ...told, at, traceId: "end", kind: "ended", before: after, after: null },
      {
        ...{ ...told, at, traceId: "gift", kind: "couponsGiven", before: null },
        after: { given: 2, asked: 2, validUntilAt: at + day },
      },
      { ...told, at, traceId: "later", kind: "changed", before, after },
      { ...told, at: at - second, traceId: "trace", kind: "created", before: null, after: before },
    ]);
    const page = { discountId, before: all[1]?.changeNo ?? 0, limit: 1 };
    expect(await offers.changes(campusId, page)).toEqual([all[2]]);
    expect(await offers.changes(campusId, { ...page, discountId: ids.next("discount") })).toEqual([]);
    const [rule] = await db.sql`
      select updated_by, updated_trace_id, ended_by, ended_trace_id from discount_rule where discount_id = ${discountId}`;
    expect(rule).toEqual({
      ...{ updatedBy: boss, updatedTraceId: "later" },
      ...{ endedBy: boss, endedTraceId: "end" },
    });
    const given = await db.sql`select given_by, given_trace_id from coupon where discount_id = ${discountId}`;
    expect([...given]).toEqual(Array(2).fill({ givenBy: boss, givenTraceId: "gift" }));
  });
  it("has no row of what was refused", async () => {
    const discountId = await save({ bearer: "platform" });
    await offers.end(by(), { discountId, scope: [shopId] });
    await offers.save(by(), { draft: { ...draft, discountId }, scope: [shopId] });
    const log = await offers.changes(campusId, { discountId, before: null, limit: 9 });
    expect(log.map(({ kind }) => kind)).toEqual(["created"]);
  });
});

describe("a newcomer", () => {
  it("is who has no order that counts, and only the first of two orders takes the offer", async () => {
    const discountId = await save({ offer: welcome });
    const discounts = [
      { discountId, name: draft.name, bearer: "platform", fen: fen(600), shares: [] },
    ] as const;
    const amounts = { ...anOrder().amounts, discountFen: fen(600), totalFen: fen(1700) };
    const isNew = async () => (await forMe()).isNew;
    await order({ fulfilment: "cancelled" });
    expect(await isNew()).toBe(true);
    expect((await place({ discounts, amounts, accountId: me }, { forNewcomers: true })).kind).toBe("placed");
    expect(await isNew()).toBe(false);
    const second = await place({ discounts, amounts, accountId: me }, { forNewcomers: true });
    expect(second.kind).toBe("notFirst");
    expect((await place({ accountId: me })).kind).toBe("placed");
    // Two at once: both were priced while the account had no order.
    const tries = [1, 2].map(() =>
      place({ discounts, amounts, accountId: someone(3) }, { forNewcomers: true }),
    );
    expect((await Promise.all(tries)).map(({ kind }) => kind).sort()).toEqual(["notFirst", "placed"]);
  });
});

describe("coupons", () => {
  it("are given once to each, and not of a rule that takes none", async () => {
    const discountId = await save({ needsCoupon: true });
    const gift = { discountId, accountIds: [me, me, someone(2)], validUntilAt: clock.now() + day };
    expect(await offers.giveCoupons(by(), gift)).toEqual({ ok: true, value: { given: 2 } });
    const again = await Promise.all([offers.giveCoupons(by(), gift), offers.giveCoupons(by(), gift)]);
    expect(again).toEqual(Array(2).fill({ ok: true, value: { given: 0 } }));
    expect(await offers.list(campusId, null)).toMatchObject([{ coupons: { given: 2, used: 0 } }]);
    const open = await save();
    expect(await offers.giveCoupons(by(), { ...gift, discountId: open })).toMatchObject({ ok: false });
  });

  it("are used by one order of their owner, and usable again when it ends without a lunch", async () => {
    const { couponId } = await coupon();
    const state = async () => (await offers.myCoupons({ campusId, accountId: me }))[0]?.state;
    const use = async (accountId = me, placedAt = clock.now(), couponIds = [couponId]) =>
      (await place({ accountId, placedAt }, { couponIds })).kind;
    expect(await use(someone(2))).toBe("couponNotUsable");
    expect(await use(me, clock.now() + day)).toBe("couponNotUsable");
    expect(await use(me, clock.now(), [couponId, ids.next("coupon")])).toBe("couponNotUsable");
    expect(await state()).toBe("usable");
    // Two orders at once: one of them gets it.
    expect((await Promise.all([use(), use()])).sort()).toEqual(["couponNotUsable", "placed"]);
    expect(await state()).toBe("used");
    expect((await forMe()).held).toEqual([]);
    const [user] = await db.sql<
      { usedBy: OrderId }[]
    >`select used_by from coupon where coupon_id = ${couponId}`;
    await inTransaction(db.sql, (tx) => releaseCoupons(tx, campusId, user?.usedBy ?? ids.next("order")));
    expect((await forMe()).held).toMatchObject([{ couponId }]);
    clock.advance(day);
    expect(await state()).toBe("expired");
    expect((await forMe()).held).toEqual([]);
  });
});
