import { createAlipayBills, readAlipayConfig } from "@sanqi/alipay";
import type { Sql } from "@sanqi/database";
import { type CampusId, type Clock, toId } from "@sanqi/kernel";
import { createMoneyOfDay } from "@sanqi/payments/persistence";
import { findDrift } from "@sanqi/reconciliation/persistence";
import type { PlatformBills } from "@sanqi/reconciliation/use-cases";
import { createWechatBills, readWechatConfig } from "@sanqi/wechat";
import { checkBooks } from "../doctor/books.ts";
import type { Figures } from "../report.ts";
import { readBooks } from "./books.ts";
import { judgeCharges } from "./charges.ts";
import { daysBefore, judgeDifferences, type Told, toldByBills, toldByProduct } from "./differences.ts";
import { type Planted, readBills, readSandbox } from "./platform-side.ts";

export type CheckedSystem = {
  readonly sql: Sql;
  readonly clock: Clock;
  /** The platforms' settings, as the product reads them. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly sandboxUrl: string | null;
  /** How many differences were planted, where no sandbox can say which. */
  readonly planted: number | null;
  readonly days: number;
};

/** A figure's value with the names of what breaks its rule. */
export type Checked = { readonly figures: Figures; readonly complaints: readonly string[] };

/** Both platforms' bills by the settings of the environment; none where they are not set. */
function billsBy(env: CheckedSystem["env"], clock: Clock): PlatformBills[] {
  const deps = { fetch: globalThis.fetch, clock, nonce: () => crypto.randomUUID().replaceAll("-", "") };
  return [
    ...(env.WECHATPAY_BASE ? [createWechatBills(readWechatConfig(env), deps)] : []),
    ...(env.ALIPAY_GATEWAY ? [createAlipayBills(readAlipayConfig(env), deps)] : []),
  ];
}

/** Holds orders, stock, ledger and platforms against each other; changes nothing. */
export async function checkMoney(system: CheckedSystem): Promise<Checked> {
  const { sql, clock, env, sandboxUrl } = system;
  const [campus] = await sql<{ campusId: string }[]>`select campus_id from campus order by campus_id limit 1`;
  if (!campus) throw new Error("there is no campus in this database");
  const campusId: CampusId = toId("campus", campus.campusId);
  const books = await readBooks(sql, campusId);
  const days = daysBefore(clock.now(), system.days);
  const bills = billsBy(env, clock);
  const sandbox = sandboxUrl === null ? null : await readSandbox(sandboxUrl);
  if (!sandbox && bills.length === 0)
    throw new Error("nobody can say what was charged: set the platforms' variables, or --sandbox");
  const charges = judgeCharges(books.payments, sandbox?.side ?? (await readBills(bills, days)));
  const tellers: Told[][] = [await toldByProduct(sql, campusId)];
  if (bills.length > 0)
    tellers.push(await toldByBills({ bills, own: createMoneyOfDay(sql), campusId }, days));
  const planted: readonly Planted[] | number = system.planted ?? sandbox?.planted ?? 0;
  const differences = judgeDifferences(planted, tellers);
  const contradictions = await contradictionsOf(sql, campusId, clock.now());
  const none = (rows: readonly string[], unit: string) => ({ value: rows.length, unit, goal: 0 });
  return {
    figures: {
      orders: { value: books.orders, unit: "orders", goal: null },
      postings: { value: books.postings, unit: "postings", goal: null },
      unbalanced_postings: none(books.unbalanced, "postings"),
      oversold: none(books.oversold, "dishes"),
      double_charges: none(charges.doubleCharges, "orders"),
      double_refunds: none(charges.doubleRefunds, "payments"),
      contradictions: none(contradictions, "cases"),
      planted_differences: { value: differences.planted, unit: "cases", goal: null },
      found_differences: {
        value: differences.found,
        unit: "cases",
        goal: differences.planted,
        good: "atLeast",
      },
      false_differences: none(differences.falseOnes, "cases"),
    },
    complaints: [
      ...books.unbalanced.map((what) => `不平衡的分录 unbalanced posting ${what}`),
      ...books.oversold.map((what) => `超卖 oversold ${what}`),
      ...charges.doubleCharges.map((what) => `重复扣款 charged twice: order ${what}`),
      ...charges.doubleRefunds.map((what) => `重复退款 refunded twice: payment ${what}`),
      ...contradictions,
      ...differences.falseOnes.map((what) => `多报的差异 difference that nobody planted: ${what}`),
    ],
  };
}

/** What the doctor and the product's own daily check find. */
async function contradictionsOf(sql: Sql, campusId: CampusId, now: number): Promise<string[]> {
  const drift = await findDrift(sql, campusId, now);
  const doctor = (await checkBooks(sql)).filter((finding) => finding.mark === "wrong");
  return [
    ...drift.map((d) => `${d.subject} ${d.number} (${d.day}): ${d.found} instead of ${d.expected}`),
    ...doctor.map((finding) => `${finding.name}: ${finding.what.zh} ${finding.what.en}`),
  ];
}
