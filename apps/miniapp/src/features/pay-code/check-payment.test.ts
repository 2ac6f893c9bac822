import { describe, expect, it, vi } from "vitest";

const confirmOrder = vi.fn();
vi.mock("@/rpc", () => ({
  api: { payments: { confirmOrder: { mutate: confirmOrder } } },
  failureOf: (error: { code: string }) => error,
}));
const { checkedOf, checkPayment } = await import("./check-payment");

describe("asking whether an order is paid", () => {
  it.each([
    ["paid", "paid"],
    ["refunding", "paid"],
    ["refunded", "paid"],
    ["prepared", "unpaid"],
    ["closed", "unpaid"],
    ["unknown", "unknown"],
    ["none", "none"],
  ] as const)("says of a payment that is %s: %s", (state, said) => expect(checkedOf(state)).toBe(said));

  it("never says unpaid because nobody answered", async () => {
    confirmOrder.mockRejectedValueOnce({ code: "NETWORK" });
    expect(await checkPayment("ord" as never)).toBe("unknown");
    confirmOrder.mockRejectedValueOnce({ code: "ORDER_NOT_FOUND" });
    await expect(checkPayment("ord" as never)).rejects.toMatchObject({ code: "ORDER_NOT_FOUND" });
  });
});
