import { setTimeout as pause } from "node:timers/promises";
import type { OrderId, ShopId } from "@sanqi/kernel";
import type { Round } from "./parts.ts";
import { passTime } from "./pass-time.ts";

const hour = 3_600_000;
const receivers = [
  { channel: "wechatPay", kind: "merchant", account: "1900000101" },
  { channel: "alipay", kind: "userId", account: "2088000000000101" },
] as const;

/** From now on every shop gets its part from the platform itself. */
export async function openShares({ run, town }: Round): Promise<void> {
  const desk = await town.openDesk(run.system.consolePassword);
  const shops = await run.system.sql<{ shopId: ShopId }[]>`select shop_id from shop order by position`;
  for (const { shopId } of shops)
    for (const to of receivers)
      await desk((api) =>
        api.console.saveShareReceiver.mutate({
          shopId,
          party: "merchant",
          to,
          name: "厨房有限公司",
          active: true,
        }),
      );
}

const tenMinutes = 600_000;
const turnMs = 400;
/** Turns until everything that this part of the day is for has been died at. */
const mostTurns = 75;

/**
 * Three days pass: unpaid orders expire, bills are read, lunches are completed and shared; then the desk gives some of them back.
 * Workers die at every step of it.
 */
export async function afterHours(round: Round): Promise<void> {
  const { run, processes } = round;
  const { plan } = run;
  processes.arm({ worker: "afterHours" });
  const turn = async (ms: number) => {
    await passTime(round, ms);
    processes.tell({ rareWork: true });
    await pause(turnMs);
  };
  // In steps: whoever does not hear of a consumer for a day takes it for retired, and here nobody stands still for so long.
  for (let passed = 0; passed < 73 * hour; passed += 3 * hour) {
    await processes.allReady();
    await turn(3 * hour);
  }
  await complainLate(round);
  for (let n = 0; n < mostTurns && plan.open("afterHours") > 0; n += 1) await turn(tenMinutes);
}

/** The desk may give money back however late: also of a lunch whose money was shared, which then comes back first. */
async function complainLate({ run, town }: Round): Promise<void> {
  const desk = await town.openDesk(run.system.consolePassword);
  const orders = await run.system.sql<{ orderId: OrderId }[]>`
    select s.order_id from share s
    join orders o on o.campus_id = s.campus_id and o.order_id = s.order_id and o.paid_by = s.payment_id
    where s.state = 'finished' and o.payment = 'paid' and coalesce(o.after_sale ->> 'state', 'closed') = 'closed'
    order by s.planned_at desc limit 8`;
  for (const { orderId } of orders) {
    const complaint = { orderId, reason: "late" as const, words: "送到时已凉", items: [] };
    const decision = {
      orderId,
      parts: [{ key: "0", fen: 100 }],
      bearer: "platform" as const,
      words: "先行赔付",
    };
    // An answer that was lost makes the second try a refusal: the case stands.
    await desk((api) => api.console.complainFor.mutate(complaint)).catch((error) =>
      town.shrug("desk", error),
    );
    await desk((api) => api.console.decideAfterSale.mutate(decision)).catch((error) =>
      town.shrug("desk", error),
    );
  }
}
