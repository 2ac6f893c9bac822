import { describe, expect, it } from "vitest";
import { afterSaleLifecycle, fulfilmentLifecycle, paymentLifecycle } from "./lifecycle.ts";

function reachable(table: Record<string, Record<string, string>>, start: string): Set<string> {
  const found = new Set([start]);
  for (const state of found) for (const next of Object.values(table[state] ?? {})) found.add(next);
  return found;
}

describe("lifecycles", () => {
  it.each([
    ["fulfilment", fulfilmentLifecycle, "placed"],
    ["payment", paymentLifecycle, "unpaid"],
    ["after-sale", afterSaleLifecycle, "opened"],
  ])("%s: every state is reachable and every target exists", (_name, table, start) => {
    expect([...reachable(table, start)].sort()).toEqual(Object.keys(table).sort());
  });

  it("never leaves an order that has ended", () => {
    for (const end of ["completed", "refused", "cancelled", "expired"] as const)
      expect(fulfilmentLifecycle[end]).toEqual({});
  });
});
