import { json, type Tx } from "@sanqi/database";
import type { ShareReceiver, SharingStep } from "../use-cases/sharing-ports.ts";

type Row = Pick<ShareReceiver, "party" | "kind" | "account" | "name" | "active">;

/** Saves a receiver with the story of its change: where a shop's money went, when, and on whose word. */
export async function saveReceiver(
  tx: Tx,
  receiver: ShareReceiver,
  { by, at, traceId }: SharingStep,
): Promise<"saved" | "accountTaken"> {
  const { campusId, shopId, channel, party, kind, account, name, active } = receiver;
  // One at a time for a shop's platform: there may be no row yet that could be locked.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`share receiver ${campusId} ${shopId} ${channel}`}, 0))`;
  const known = await tx<Row[]>`
    select party, kind, account, name, active from share_receiver
    where campus_id = ${campusId} and shop_id = ${shopId} and channel = ${channel}`;
  const others = known.filter((other) => other.party !== party && other.active);
  if (active && others.some((other) => other.account === account)) return "accountTaken";
  const after = { kind, account, name, active };
  const row = { ...after, campusId, shopId, channel, party, savedAt: at };
  await tx`
    insert into share_receiver ${tx(row)} on conflict (campus_id, shop_id, channel, party)
    do update set ${tx({ ...after, savedAt: at })}`;
  const old = known.find((one) => one.party === party);
  const before = old ? { kind: old.kind, account: old.account, name: old.name, active: old.active } : null;
  await tx`
    insert into share_receiver_change ${tx({
      ...{ campusId, shopId, channel, party, by, at, traceId },
      before: before && json(tx, before),
      after: json(tx, after),
    })}`;
  return "saved";
}
