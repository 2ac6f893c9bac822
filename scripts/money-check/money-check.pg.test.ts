import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Checked, checkMoney } from "./check.ts";
import { demonstrate } from "./demonstration.ts";

let stage: Awaited<ReturnType<typeof demonstrate>>;
beforeAll(async () => {
  stage = await demonstrate(22, { say() {} });
}, 180_000);
afterAll(() => stage?.stop());

const values = ({ figures }: Checked) =>
  Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, figure.value]));
const sound = {
  unbalanced_postings: 0,
  oversold: 0,
  double_charges: 0,
  double_refunds: 0,
  contradictions: 0,
  false_differences: 0,
};

describe("the check of the books", () => {
  it("finds every planted difference and nothing else in sound books", async () => {
    const checked = await checkMoney(stage.system);
    expect(checked.complaints).toEqual([]);
    const { orders, planted_differences: planted, found_differences: found, ...rest } = values(checked);
    expect(rest).toMatchObject(sound);
    expect(orders).toBe(22);
    expect(planted).toBeGreaterThanOrEqual(14);
    expect(found).toBe(planted);
  });

  it("judges by the bills alone where there is no sandbox to ask, and by a number where that is all that is known", async () => {
    const planted = values(await checkMoney(stage.system)).planted_differences ?? 0;
    const checked = values(await checkMoney({ ...stage.system, sandboxUrl: null, planted }));
    expect(checked).toMatchObject({
      planted_differences: planted,
      found_differences: planted,
      false_differences: 0,
    });
    // Two payments stand doubled in the planted bills: who has only these must believe them.
    expect(checked.double_charges).toBe(2);
  });

  it("misses no broken book", async () => {
    const { sql } = stage.system;
    await sql`update dish set daily_stock = 0 where dish_id in (select dish_id from dish_stock order by left_count limit 1)`;
    await sql`alter table difference_step disable trigger all`;
    await sql`delete from difference_step`;
    await sql`delete from difference where (campus_id, difference_id) in (select campus_id, difference_id from difference order by 2 limit 1)`;
    await sql`update refund set amount_fen = amount_fen - 1 where refund_id in (select refund_id from refund where amount_fen = 100 limit 1)`;
    await sql`alter table entry disable trigger all`;
    await sql`delete from entry where (campus_id, posting_id, line_no) in (select campus_id, posting_id, line_no from entry order by 2, 3 limit 1)`;
    const checked = values(await checkMoney(stage.system));
    expect(checked.oversold).toBe(1);
    expect(checked.unbalanced_postings).toBe(1);
    expect(checked.double_refunds).toBe(1);
    expect(checked.contradictions).toBeGreaterThanOrEqual(2);
    expect(checked.found_differences).toBe((checked.planted_differences ?? 0) - 1);
    expect(checked.false_differences).toBeGreaterThanOrEqual(1);
  });
});
