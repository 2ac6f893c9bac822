import { expect, it } from "vitest";
import { readTooMuch } from "./rows-read.ts";

it("names tables of which far too much was read for one order", () => {
  const before = new Map([["orders", 1_000]]);
  const after = new Map([
    ["orders", 901_000],
    ["outbox", 900],
  ]);
  expect(readTooMuch(before, after, 100)).toBe("; ! rows read for each: 9000 of orders");
  expect(readTooMuch(after, after, 100)).toBe("");
});
