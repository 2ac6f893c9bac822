import { beforeEach, describe, expect, it, vi } from "vitest";
import { placeOrder } from "./place-and-pay";

const mutate = vi.hoisted(() => vi.fn());
vi.mock("@/rpc", async () => ({
  ...(await import("@/rpc/failure")),
  api: { orders: { place: { mutate } } },
}));
vi.mock("@/features/session", () => ({}));
vi.mock("@/features/orders/pay-order", () => ({}));
vi.mock("@/platform/host", () => ({}));
vi.mock("@/platform/notify", () => ({}));

const order = { key: "one-intent" } as never;
const placed = { orderId: "ord", version: 1 };
const busy = (retryAfterSeconds: number) => ({
  data: { sanqi: { code: "ORDERS_BUSY", zh: "", en: "", failure: { kind: "busy", retryAfterSeconds } } },
});

describe("placing an order", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    mutate.mockReset();
    return () => vi.useRealTimers();
  });

  it("asks again with the same key where the answer got lost, three times at most", async () => {
    mutate.mockRejectedValueOnce(new TypeError("request:fail")).mockResolvedValueOnce(placed);
    await expect(placeOrder(order, vi.fn())).resolves.toEqual(placed);
    expect(mutate.mock.calls).toEqual([[order], [order]]);
    mutate.mockReset().mockRejectedValue(new TypeError("request:fail"));
    await expect(placeOrder(order, vi.fn())).rejects.toThrow("request:fail");
    expect(mutate).toHaveBeenCalledTimes(3);
  });

  it("waits in the queue as long as the server says, and tells how long", async () => {
    const queued = vi.fn();
    mutate.mockRejectedValueOnce(busy(4)).mockRejectedValueOnce(busy(2)).mockResolvedValueOnce(placed);
    const answer = placeOrder(order, queued);
    await vi.advanceTimersByTimeAsync(3_900);
    expect(mutate).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_200);
    await expect(answer).resolves.toEqual(placed);
    expect(queued.mock.calls).toEqual([[4], [null], [2], [null]]);
  });

  it("gives the person the word again after a minute and a half", async () => {
    mutate.mockRejectedValue(busy(30));
    const answer = placeOrder(order, vi.fn()).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(100_000);
    await expect(answer).resolves.toEqual(busy(30));
    expect(mutate).toHaveBeenCalledTimes(4);
  });
});
