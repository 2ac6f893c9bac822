import { expect, it } from "vitest";
import { readPgbench } from "./raw.ts";
import { rowsPerOrder } from "./raw-rows.ts";
import { expressionFor, type RawOrder, rawFunction, rawStatement } from "./raw-sql.ts";

const variables = new Map([
  ["ord_1", "v_order"],
  ["evt_1", "v_event"],
]);

it("keeps what is the same in every order and makes variables of the rest", () => {
  const text = (value: string | null, type = "text") => expressionFor({ value, type }, variables);
  expect(text(null)).toBe("null");
  expect(text("老板's")).toBe("'老板''s'");
  expect(text("ord_1")).toBe("v_order");
  expect(text("12", "bigint")).toBe("'12'::bigint");
  expect(text('{"id": "ord_1", "event": "evt_1"}', "jsonb")).toBe(
    `('{"id": "' || v_order || '", "event": "' || v_event || '"}')::jsonb`,
  );
});

it("writes the same rows by a function and by a statement", () => {
  const order: RawOrder = {
    rows: [
      { table: "public.orders", columns: [{ name: "order_id", type: "text", value: "ord_1" }] },
      { table: "public.outbox", columns: [{ name: "payload", type: "jsonb", value: '"ord_1"' }] },
    ],
    campusId: "cmp_1",
    day: "2026-11-22",
    variables,
    pairs: [["dsh_a", "dsh_b"]],
  };
  for (const sql of [rawFunction(order), rawStatement(order)]) {
    expect(sql).toContain('insert into public.orders ("order_id")');
    expect(sql).toContain(`('"' || v_order || '"')::jsonb`);
    expect(sql).toContain("update dish_stock");
  }
});

it("leaves out what a timer wrote beside the orders", () => {
  const before = { orders: 5, session: 2, log: 1 };
  expect(rowsPerOrder(before, { orders: 25, lines: 40, session: 2, log: 3 }, 20)).toEqual({
    orders: 1,
    lines: 2,
  });
});

it("reads pgbench's report", () => {
  const said = "number of failed transactions: 0 (0.000%)\ntps = 2950.12 (without initial connection time)\n";
  expect(readPgbench(said)).toEqual({ tps: 2950.12, failed: 0 });
  const nothing = "number of transactions actually processed: 0\nnumber of failed transactions: 0 (NaN%)\n";
  expect(readPgbench(nothing)).toEqual({ tps: 0, failed: 0 });
  expect(() => readPgbench("aborted")).toThrow("aborted");
});
