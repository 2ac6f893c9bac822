import { expect, it } from "vitest";
import { countsText, lostAndDoubled, outcomeOf } from "./answers.ts";

it("tells an order from a refusal, and a refusal by its code", () => {
  const answer = (status: number, body: string) => outcomeOf({ status, retryAfterMs: null, body });
  expect(answer(200, '{"result":{"data":{"orderId":"ord_1"}}}')).toEqual({ orderId: "ord_1" });
  expect(answer(409, '{"error":{"data":{"sanqi":{"code":"SOLD_OUT"}}}}')).toEqual({ code: "SOLD_OUT" });
  expect(answer(502, "<html>")).toEqual({ code: "HTTP 502" });
  expect(answer(200, "{}")).toEqual({ code: "HTTP 200" });
  expect(countsText({ SOLD_OUT: 2, ok: 30 })).toBe("30 × ok, 2 × SOLD_OUT");
});

it("finds orders that were lost or doubled", () => {
  const row = (key: string, orderId: string, orders = 1) => ({ key, orderId, orders });
  const answered = new Map([
    ["a", "ord_a"],
    ["b", "ord_b"],
    ["c", null],
  ]);
  const clean = [row("a", "ord_a"), row("b", "ord_b"), row("c", "ord_c")];
  expect(lostAndDoubled(answered, clean)).toEqual({ lost: 0, doubled: 0 });
  // Answered and not booked, never placed, booked under another id.
  expect(lostAndDoubled(answered, [row("b", "ord_b")])).toEqual({ lost: 2, doubled: 0 });
  expect(lostAndDoubled(answered, [row("a", "ord_x"), row("b", "ord_b"), row("c", "ord_c")])).toEqual({
    lost: 1,
    doubled: 0,
  });
  expect(lostAndDoubled(answered, [...clean.slice(1), row("a", "ord_a", 3)])).toEqual({
    lost: 0,
    doubled: 2,
  });
});
