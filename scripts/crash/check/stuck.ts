import type { Evidence, Finding } from "./evidence.ts";
import { whoActs } from "./who-acts.ts";

type Row = {
  orderId: string;
  fulfilment: string;
  payment: string;
  payBy: number;
  acceptBy: number | null;
  deliveredAt: number | null;
  caseOpen: boolean;
  refundsUnderWay: number;
};

/** Timers look every few seconds; what they have not done so long after its hour, they never will. */
const patience = 60_000;
const day = 24 * 3_600_000;

/** Every order stands where somebody can act on it, and whoever had to act by now has. */
export async function checkStuck({ sql, campusId, since, now }: Evidence): Promise<Finding[]> {
  const rows = await sql<Row[]>`
    select o.order_id, o.fulfilment, o.payment, o.pay_by, o.accept_by, o.delivered_at,
      coalesce(o.after_sale ->> 'state', 'closed') <> 'closed' as case_open,
      (select count(*)::int from refund r where r.campus_id = o.campus_id and r.order_id = o.order_id
        and (r.state in ('requested', 'processing') and r.ask_at is not null
          -- Refused by the platform: an operator sees the parked event and can replay it.
          or r.state = 'failed' and exists (select 1 from inbox i where i.campus_id = o.campus_id
            and i.key = o.order_id and i.type = 'refund.failed' and i.state = 'parked'))) as refunds_under_way
    from orders o where o.campus_id = ${campusId} and o.placed_at >= ${since}`;
  return rows.flatMap((row): Finding[] => {
    const why = whyStuck(row, now);
    return why
      ? [
          {
            kind: "stuck_orders",
            what: `order ${row.orderId} is ${row.fulfilment} and ${row.payment}: ${why}`,
          },
        ]
      : [];
  });
}

function whyStuck(row: Row, now: number): string | null {
  const acting = whoActs[row.fulfilment]?.[row.payment];
  if (!acting) return "nobody can act on it";
  if (acting.who === "refund") return row.refundsUnderWay > 0 ? null : "no refund is under way";
  if (!("until" in acting)) return null;
  const until = {
    payBy: row.payBy,
    acceptBy: row.acceptBy,
    // While a complaint is open, the kitchen or the desk acts.
    dayAfterDelivery: row.caseOpen ? null : (row.deliveredAt ?? 0) + day,
  }[acting.until];
  if (until === null) return acting.until === "acceptBy" ? "it has no hour by which it is accepted" : null;
  return now > until + patience ? `its hour was ${Math.round((now - until) / 1_000)} s ago` : null;
}
