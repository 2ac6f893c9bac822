import type { Sql } from "@sanqi/database";
import type { OrderId } from "@sanqi/kernel";
import { ledgerChecks } from "../../../../scripts/doctor/ledger-books.ts";
import { placeAndPay } from "./lunch.ts";
import type { Person, Stage } from "./stage.ts";

/** A lunch from the dumpling kitchen that a student paid and a rider handed over. */
export async function delivered(stage: Stage, student: Person): Promise<OrderId> {
  const cook = await stage.as("weapp", "chef-tinglan");
  const rider = await stage.as("weapp", "rider-zhou");
  const orderId = await placeAndPay(stage, student);
  await cook.api.merchant.accept.mutate({ orderId });
  await rider.api.rider.claim.mutate({ orderId });
  await cook.api.merchant.ready.mutate({ orderId });
  await rider.api.rider.pickUp.mutate({ orderId });
  const { pickupCode } = await student.api.orders.get.query({ orderId });
  await rider.api.rider.deliver.mutate({ orderId, code: pickupCode ?? "" });
  await stage.product.idle();
  return orderId;
}

/** Balances that the postings of one order left, by kind of account. */
export async function balances(stage: Stage, orderId: OrderId): Promise<Record<string, number>> {
  const rows = await stage.sql<{ kind: string; sum: number }[]>`
    select regexp_replace(e.account, '^(channel|merchant|rider):.*', '\\1') as kind, sum(e.amount_fen)::bigint as sum
    from posting p join entry e on e.campus_id = p.campus_id and e.posting_id = p.posting_id
    where p.order_id = ${orderId} group by 1 having sum(e.amount_fen) <> 0`;
  return Object.fromEntries(rows.map(({ kind, sum }) => [kind, sum]));
}

/** The English names of the doctor's checks of the ledger that find something. */
export const broken = async (sql: Sql): Promise<string[]> =>
  (await ledgerChecks(sql))
    .filter(({ rows }) => rows.length > 0)
    .map(({ name }) => name.split(" ").slice(1).join(" "));

/** Only a superuser who switches the triggers off gets past the ledger's guards. */
export const behindTheBack = (stage: Stage, statement: string) =>
  stage.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(statement);
  });
