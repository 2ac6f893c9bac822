import { fen } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { payoutsCsv, statementCsv } from "./csv.ts";
import { statementOf } from "./statement.ts";

const at = Date.UTC(2026, 10, 21, 4, 5);
const entry = {
  postingId: "pst_1" as never,
  at,
  kind: "earned" as const,
  orderId: null,
  orderNo: "A137",
  note: null,
};

describe("the tables for spreadsheets", () => {
  it("hold a statement with its opening, its lines and its closing", () => {
    const statement = statementOf(
      { account: "merchant:shp_1", from: at, to: at + 1, openingFen: fen(-50), closingFen: fen(1850) },
      [
        { ...entry, item: "goods", amountFen: -2000 },
        { ...entry, item: "commission", amountFen: 100 },
      ],
    );
    expect(statementCsv(statement, "饺子,馆")).toBe(
      [
        "\uFEFF时间,类型,取餐号,订单号,收入,优惠承担,佣金,退款,发薪,合计,收款方,备注",
        '2026-11-21 12:05,期初余额,,,,,,,,-0.50,"饺子,馆",',
        '2026-11-21 12:05,订单完成,A137,,20.00,0.00,-1.00,0.00,0.00,19.00,"饺子,馆",',
        '2026-11-21 12:05,本期合计,,,20.00,0.00,-1.00,0.00,0.00,19.00,"饺子,馆",',
        '2026-11-21 12:05,期末余额,,,,,,,,18.50,"饺子,馆",',
        "",
      ].join("\r\n"),
    );
  });

  it("run no formula that somebody wrote into a name", () => {
    const payout = {
      payoutId: "pyt_1" as never,
      payee: "rider:acc_1" as const,
      period: "2026-11-16..2026-11-22",
      amountFen: fen(100),
      state: "prepared" as const,
      attempt: 1,
      preparedAt: at,
      changedAt: at,
      note: "@x",
      name: '=HYPERLINK("x")',
    };
    expect(payoutsCsv([payout])).toContain(`"'=HYPERLINK(""x"")"`);
    expect(payoutsCsv([payout])).toContain(",'@x\r\n");
  });
});
