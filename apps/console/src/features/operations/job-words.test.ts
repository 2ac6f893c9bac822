import { expect, it } from "vitest";
import { orderOfJob, taskWords } from "./job-words.ts";

it("finds the order that a job is about, and names a job of another release as it is", () => {
  const orderId = `ord_${"0".repeat(20)}`;
  expect(orderOfJob({ key: `order/cmp_${"0".repeat(20)}/${orderId}` })).toBe(orderId);
  expect(orderOfJob({ key: "every/ask-platforms" })).toBeNull();
  expect(taskWords("every/ask-platforms").zh).toContain("追问");
  expect(taskWords("every/unheard-of").en).toBe("every/unheard-of");
});
