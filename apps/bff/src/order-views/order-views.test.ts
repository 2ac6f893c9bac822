import { createHash } from "node:crypto";
import { type AccountId, createIds, manualClock, type OrderId } from "@sanqi/kernel";
import { readViews } from "@sanqi/orders/use-cases";
import { beforeEach, describe, expect, it } from "vitest";
import { anOrder, rider, someone } from "../../../../packages/domain/orders/src/domain/order-for-tests.ts";
import { createOrderViews, type OrderViews, viewFormat, viewIn } from "./order-views.ts";

const noon = Date.UTC(2026, 10, 22, 4);
const clock = manualClock(noon);
const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));
const lin = { campusId: anOrder().campusId, accountId: someone(1) };
let orders: Map<OrderId, ReturnType<typeof anOrder>>;
let looks: number;
let views: OrderViews;

const steps = ["place", "pay", "accept", "rate", "hideReview"].map((command, n) => ({
  ...{ at: noon + n, command, actorKind: "student" as const, actorId: someone(1), actorName: "" },
  ...{ from: "placed", to: "placed", reason: null, traceId: "t" },
}));
const store = {
  async views(_campusId: string, orderIds: readonly OrderId[]) {
    looks += 1;
    return orderIds.flatMap((orderId) => {
      const order = orders.get(orderId);
      return order ? [{ order, steps, rating: null }] : [];
    });
  },
};
const pictures = { claim: async () => true, link: () => "/pictures/1?until=1" };
const read = readViews({ store, clock, pictures });

beforeEach(() => {
  looks = 0;
  orders = new Map();
  views = createOrderViews({ readViews: read, shared: null, clock, stopwatch: clock.now });
});

function placed(over: Parameters<typeof anOrder>[0] = {}): OrderId {
  const order = anOrder({ orderId: ids.next("order"), ...over });
  orders.set(order.orderId, order);
  return order.orderId;
}

describe("views of orders", () => {
  it("are shown to nobody but their student, kept or not, as if they did not exist", async () => {
    const orderId = placed();
    const stranger = { ...lin, accountId: someone(2) };
    const missing = { ok: false, error: { kind: "orderNotFound" } };
    expect(await views.read(stranger, orderId, 0)).toEqual(missing);
    expect(await views.read(lin, orderId, 0)).toMatchObject({ ok: true });
    expect(await views.read(stranger, orderId, 0)).toEqual(missing);
    expect(await views.read(lin, ids.next("order"), 0)).toEqual(missing);
    expect(looks).toBe(2);
  });

  it("are kept until somebody says that they changed", async () => {
    const orderId = placed();
    const versionNow = async () => {
      const found = await views.read(lin, orderId, 0);
      return found.ok ? viewIn(found.value).version : null;
    };
    expect(await versionNow()).toBe(1);
    placed({ orderId, version: 2 });
    expect(await versionNow()).toBe(1);
    const { campusId } = lin;
    views.heard({
      kind: "order",
      campusId,
      orderId,
      shopId: anOrder().shop.shopId,
      version: 2,
      type: "order.paid",
    });
    expect(await versionNow()).toBe(2);
    placed({ orderId, version: 3 });
    views.heard({ kind: "again" });
    expect(await versionNow()).toBe(3);
    placed({ orderId, version: 4 });
    views.changed(campusId, orderId, 4);
    expect(await versionNow()).toBe(4);
  });

  it("tell their watcher who carries them", async () => {
    const carrier = rider(80) as { accountId: AccountId; name: string };
    const found = await views.read(lin, placed({ rider: carrier }), null);
    expect(found).toMatchObject({ ok: true, value: { about: { riderId: carrier.accountId } } });
  });

  it("do not go on offering a complaint when its time is over", async () => {
    const deliveredAt = clock.now() - 48 * 3_600_000 + 1_000;
    const orderId = placed({ fulfilment: "delivered", payment: "paid", deliveredAt });
    const offered = async () => {
      const found = await views.read(lin, orderId, 0);
      return found.ok && viewIn(found.value).can.complain;
    };
    expect(await offered()).toBe(true);
    clock.advance(1_000);
    expect(await offered()).toBe(false);
  });

  it("have the format that their number stands for: whoever changes what a view says raises `viewFormat`", async () => {
    clock.set(noon);
    const found = await read(lin.campusId, [
      placed({ orderId: anOrder().orderId, fulfilment: "ready", payment: "partlyRefunded", paidAt: noon }),
    ]);
    const text = JSON.stringify([...found.values()]);
    expect(`${viewFormat} ${createHash("sha256").update(text).digest("hex").slice(0, 12)}`).toBe(
      "1 ae3a9869b910",
    );
  });
});
