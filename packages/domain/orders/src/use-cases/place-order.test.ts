import { createHash } from "node:crypto";
import { fen, toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { fingerprintOf } from "./place-order.ts";

/** An order as an app of the first release sent it, with the digest that the first release stored for it. */
const released = {
  shopId: toId("shop", "shp_esqi7t5n2bvvw2n3qxor"),
  placeId: toId("place", "plc_71dbch63guhb5buefor4"),
  lines: [{ dishId: toId("dish", "dsh_g1ky656w3hs12b12crmx"), quantity: 1, choices: [] }],
  note: "少放辣",
  cutlery: 1,
  contactPhone: "13800138000",
  expectedTotalFen: fen(2500),
};
const digest = "d688bd34ea3a8db71a64aa81ecafd209ac993d5317674272284f5e2182297150";
const today = { ...released, handover: "delivery", tableId: null, slotFrom: null, couponIds: [] } as const;
const of = (order: Parameters<typeof fingerprintOf>[0]) =>
  createHash("sha256").update(fingerprintOf(order)).digest("hex");

describe("what a key asks for", () => {
  it("is the same before and after an upgrade", () => {
    expect(of(today)).toBe(digest);
  });

  it("does not depend on the prices that were seen, but on everything that is ordered", () => {
    expect(of({ ...today, lines: released.lines.map((line) => ({ ...line, seenFen: fen(2200) })) })).toBe(
      digest,
    );
    for (const other of [
      { handover: "pickup" },
      { slotFrom: 1 },
      { couponIds: [toId("coupon", `cpn_${"1".padStart(20, "0")}`)] },
      { tableId: toId("table", `tbl_${"1".padStart(20, "0")}`) },
      { note: "" },
    ] as const)
      expect(of({ ...today, ...other })).not.toBe(digest);
  });
});
