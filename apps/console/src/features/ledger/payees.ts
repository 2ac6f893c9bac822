import { isId } from "@sanqi/kernel";
import type { Inputs } from "../../rpc/client.ts";

export type Payee = Inputs["statement"]["payee"];

/** Whose account "merchant:shp_…" or "rider:acc_…" is; null where it is neither. */
export function payeeOf(account: string): Payee | null {
  const [kind, owner = ""] = account.split(":");
  if (kind === "merchant" && isId("shop", owner)) return { kind, shopId: owner };
  if (kind === "rider" && isId("account", owner)) return { kind, accountId: owner };
  return null;
}
