import { jobMigrations } from "@sanqi/jobs";
import { prepareJobs } from "@sanqi/jobs/worker";
import { createIds, manualClock, type OrderId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOrder, shopId, someone } from "../domain/order-for-tests.ts";
import type { MerchantCaller } from "../use-cases/index.ts";
import { createReviews } from "../use-cases/reviews.ts";
import { createOrderStore, orderMigrations } from "./index.ts";
import { toRow } from "./order-row.ts";

/** 11:00 in China. */
const noon = Date.UTC(2026, 10, 22, 3);
const clock = manualClock(noon);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
let db: TestDatabase;
let reviews: ReturnType<typeof createReviews>;
let cook: MerchantCaller;

beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...jobMigrations, ...orderMigrations], prepareJobs);
  reviews = createReviews({ store: createOrderStore(db.sql, ids, () => {}), clock });
});
afterAll(() => db?.drop());
beforeEach(() => {
  cook = {
    ...{ campusId: ids.next("campus"), accountId: someone(7), name: "何阿姨" },
    ...{ traceId: "trace", shopIds: [shopId] },
  };
});

async function rated(comment: string): Promise<OrderId> {
  const { campusId } = cook;
  const made = anOrder({ campusId, orderId: ids.next("order"), accountId: someone(1) });
  const order = { ...made, fulfilment: "completed" as const };
  const key = { day: "2026-11-22", idempotencyKey: order.orderId, fingerprint: "" };
  await db.sql`insert into orders ${db.sql({ ...toRow(order), ...key })}`;
  const student = { ...cook, accountId: order.accountId };
  const { orderId } = order;
  expect(await reviews.rate(student, { orderId, stars: 5, comment })).toMatchObject({ ok: true });
  return orderId;
}

type Page = { readonly reviews: readonly { comment: string }[]; readonly before: string | null };
async function readAll(read: (before: string | null) => Promise<Page>): Promise<string[]> {
  const comments: string[] = [];
  let before: string | null = null;
  do {
    const page: Page = await read(before);
    comments.push(...page.reviews.map(({ comment }) => comment));
    before = page.before;
  } while (before !== null);
  return comments;
}

describe("reviews", () => {
  it("on a shop's page tell neither the order nor the moment, only the day", async () => {
    const orderId = await rated("好吃");
    const page = await reviews.reviews(cook.campusId, { shopId, before: null });
    expect(page).toEqual({
      reviews: [
        {
          ...{ reviewId: expect.stringMatching(/^[0-9a-f-]{36}$/), stars: 5, comment: "好吃" },
          ...{ day: "2026-11-22", answer: null, dishes: [] },
        },
      ],
      before: null,
    });
    expect(JSON.stringify(page)).not.toContain(orderId);
    expect(JSON.stringify(page)).not.toContain(String(noon));
  });

  it("of the same moment all stand on some page, once, and no page tells when they were written", async () => {
    const written = Array.from({ length: 45 }, (_, n) => `第 ${n} 条`);
    for (const comment of written) await rated(comment);
    const { campusId } = cook;
    const pages = [
      (before: string | null) => reviews.reviews(campusId, { shopId, before }),
      (before: string | null) => reviews.merchantReviews(cook, { before }),
      (before: string | null) => reviews.consoleReviews(campusId, { before }),
    ];
    for (const read of pages) expect((await readAll(read)).sort()).toEqual([...written].sort());
    expect((await reviews.reviews(campusId, { shopId, before: null })).before).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("go on from one that was hidden meanwhile, and never from one of another campus", async () => {
    const orderIds: OrderId[] = [];
    for (let n = 0; n < 21; n += 1) {
      clock.advance(1);
      orderIds.push(await rated(`第 ${n} 条`));
    }
    const { campusId } = cook;
    const { before } = await reviews.reviews(campusId, { shopId, before: null });
    await reviews.hideReview(cook, { orderId: orderIds[1] as OrderId, reason: "广告" });
    const rest = await reviews.reviews(campusId, { shopId, before });
    expect(rest.reviews.map(({ comment }) => comment)).toEqual(["第 0 条"]);
    expect((await reviews.reviews(ids.next("campus"), { shopId, before })).reviews).toEqual([]);
  });

  it("know which account answered them, and which hid them or showed them again", async () => {
    const orderId = await rated("一般");
    const desk = (n: number) => ({ ...cook, accountId: someone(n), name: "运营小林" });
    const authors = async () => {
      const [row] = await db.sql`
        select answered_by, hidden_by, hidden_at is not null as hidden from review where order_id = ${orderId}`;
      return row;
    };
    await reviews.answerReview(cook, { orderId, words: "我们会改进" });
    await reviews.hideReview(desk(8), { orderId, reason: "辱骂" });
    expect(await authors()).toEqual({ answeredBy: cook.accountId, hiddenBy: someone(8), hidden: true });
    await reviews.hideReview(desk(9), { orderId, reason: null });
    expect(await authors()).toEqual({ answeredBy: cook.accountId, hiddenBy: someone(9), hidden: false });
  });
});
