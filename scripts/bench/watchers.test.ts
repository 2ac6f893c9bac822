import { expect, it } from "vitest";
import { plansIn } from "./plans.ts";
import { delays } from "./watchers.ts";

it("measures from the commit to the first receipt that shows the change, or a later one", () => {
  const commits = [
    { orderId: "a", version: 2, at: 100 },
    { orderId: "a", version: 3, at: 150 },
    { orderId: "b", version: 2, at: 100 },
  ];
  const receipts = [
    ["a", 1, 90],
    ["a", 3, 180],
    ["a", 3, 400],
  ] as const;
  expect(delays(commits, receipts)).toEqual({ ms: [80, 30], missing: 1 });
});

it("keeps each plan once, whatever time it took", () => {
  const said = (ms: number) => `duration: ${ms} ms  plan:\nQuery Text: select 1\nResult`;
  expect(plansIn([said(0.5), said(0.7), "checkpoint"])).toEqual(["Query Text: select 1\nResult"]);
});
