import type { Queryable } from "@sanqi/database";
import { type Finding, good, note, type Words, wrong } from "./finding.ts";
import { ledgerChecks } from "./ledger-books.ts";
import { waiting } from "./waiting.ts";

/** What a query must not find: rows that name an order, a dish or an event. */
type Rows = { what: string }[];
/** Longer than a busy noon keeps an event waiting. */
const stuckMs = 15 * 60_000;

/** A few things that are always true of whole books; `what` in each finding names up to three rows that break them. */
export async function checkBooks(sql: Queryable): Promise<Finding[]> {
  const sums = await sql<Rows>`
    select o.order_id as what from orders o
    where o.total_fen <> o.goods_fen + o.packing_fen + o.delivery_fee_fen - o.discount_fen or o.discount_fen <> (
      select coalesce(sum((d ->> 'fen')::bigint), 0) from jsonb_array_elements(o.discounts) d)
      or o.goods_fen <> (
      select coalesce(sum(l.total_fen), 0) from order_line l where l.campus_id = o.campus_id and l.order_id = o.order_id)`;
  // Orders of another system or of the demo's past were imported without their payments.
  const imported = sql`o.idempotency_key = 'history-' || o.order_id`;
  const money = await sql<Rows>`
    select o.order_id as what from orders o
    where not ${imported} and o.order_id not in (${waiting(sql)})
      and (o.payment in ('paid', 'refunding', 'partlyRefunded', 'refunded')) <> exists (
        select 1 from payment p where p.campus_id = o.campus_id and p.order_id = o.order_id
          and p.state in ('paid', 'refunding', 'partlyRefunded', 'refunded'))`;
  const past = await sql<Rows>`select o.order_id as what from orders o where ${imported}`;
  const homeless = await sql<Rows>`
    select p.payment_id as what from payment p where not exists (
      select 1 from orders o where o.campus_id = p.campus_id and o.order_id = p.order_id)`;
  const slots = await sql<Rows>`
    select s.shop_id || ' ' || s.slot_from_at as what from slot_load s where s.taken <> (
      select count(*) from orders o where o.campus_id = s.campus_id and o.shop_id = s.shop_id
        and o.slot_from_at = s.slot_from_at and o.fulfilment not in ('cancelled', 'expired')
        -- A slot that was refused before anybody cooked is free again.
        and (o.fulfilment <> 'refused' or exists (
          select 1 from order_step t where t.campus_id = o.campus_id and t.order_id = o.order_id
            and t.to_state in ('preparing', 'ready', 'pickedUp'))))`;
  const stock = await sql<Rows>`select dish_id as what from dish_stock where left_count < 0`;
  const stuck = await sql<Rows>`
    with newest as (select coalesce(max(occurred_at), 0) as at from outbox)
    select distinct e.event_id as what from outbox e, newest
    where e.occurred_at < newest.at - ${stuckMs} and (not e.published or exists (
      select 1 from inbox i where i.campus_id = e.campus_id and i.event_id = e.event_id and i.state = 'waiting'))`;
  const parked = await sql<Rows>`select distinct event_id as what from inbox where state = 'parked'`;
  const parkedJobs = await jobsParked(sql);
  const found = [
    verdict("订单金额 totals", sums, "每单合计等于明细之和。", "every order is the sum of its lines."),
    verdict(
      "订单与支付 payments",
      money,
      "已付的订单都有付款，反之亦然。",
      "paid orders have payments, and the reverse.",
    ),
    verdict("付款的订单 orders", homeless, "每笔付款都有订单。", "every payment has its order."),
    verdict("库存 stock", stock, "没有负数。", "is never negative."),
    verdict("预订时段 slots", slots, "占用数与订单一致。", "hold as many orders as they say."),
    verdict("待处理事件 events", stuck, "没有积压。", "none has been waiting for long.", goesOn),
  ];
  for (const { name, rows, zh, en } of await ledgerChecks(sql))
    found.push(verdict(name, rows, zh, en, ledgerFix));
  if (past.length > 0)
    found.push(
      note("导入的订单 imported orders", {
        zh: `${past.length} 单来自演示数据或别的系统，没有付款。`,
        en: "come from the demo or another system, without payments.",
      }),
    );
  if (parked.length > 0)
    found.push(
      note(
        "停放的事件 parked events",
        { zh: `${parked.length} 个。`, en: `${parked.length}.` },
        { zh: "在控制台“失败事件”里查看并重放", en: "look at them in the console and replay them" },
      ),
    );
  if (parkedJobs > 0)
    found.push(
      note(
        "停放的任务 parked jobs",
        { zh: `${parkedJobs} 个。`, en: `${parkedJobs}.` },
        { zh: "在控制台查看原因并重跑", en: "look at the reasons in the console and run them again" },
      ),
    );
  return found;
}

/** Failed for good. The library's tables come with the first start of a release that has jobs. */
async function jobsParked(sql: Queryable): Promise<number> {
  const [there] = await sql<{ found: boolean }[]>`
    select to_regclass('graphile_worker.jobs') is not null as found`;
  if (!there?.found) return 0;
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from graphile_worker.jobs
    where key is not null and locked_at is null and attempts >= max_attempts`;
  return row?.count ?? 0;
}

const lookThere: Words = {
  zh: "启动后在控制台查看它们的经过",
  en: "start the product and look at their stories in the console",
};
const goesOn: Words = {
  zh: "启动后会继续处理；几分钟后仍不减少，查看控制台“失败事件”",
  en: "the product goes on with them when it starts; where it does not, look at failed events in the console",
};

const ledgerFix: Words = {
  zh: "启动后十分钟内会补记旧订单；仍不符，查看控制台“账本”和这些订单的经过",
  en: "the product posts older orders within ten minutes after its start; what stays, look at in the console's ledger",
};

function verdict(name: string, rows: Rows, zh: string, en: string, fix = lookThere): Finding {
  if (rows.length === 0) return good(name, zh, en);
  const some = rows.slice(0, 3).map((row) => row.what);
  return wrong(
    name,
    { zh: `${rows.length} 处不符：${some.join(", ")}。`, en: `${rows.length} do not agree.` },
    fix,
  );
}
