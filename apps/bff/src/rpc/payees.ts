import { type CampusId, day } from "@sanqi/kernel";
import { type AccountName, merchantAccount, readAccount, riderAccount } from "@sanqi/ledger";
import { z } from "zod";
import type { App } from "../app.ts";
import { id } from "./inputs.ts";

/** Whose account: a shop's or a rider's. */
export const payee = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("merchant"), shopId: id("shop") }),
    z.strictObject({ kind: z.literal("rider"), accountId: id("account") }),
  ])
  .transform((who) => (who.kind === "merchant" ? merchantAccount(who.shopId) : riderAccount(who.accountId)));

const chinaDate = z.iso.date().transform((text) => Date.parse(`${text}T00:00:00+08:00`));
/** A quarter of a year at most; longer statements are asked for piece by piece. */
const longest = 92 * day;
const fits = ({ from, to }: { from: number; to: number }) => from < to && to - from <= longest;

/** The first and the last day of a statement, "2026-11-22" in China; parsed to epoch ms, `to` excluded. */
export const days = { from: chinaDate, to: chinaDate.transform((at) => at + day) };
/** A statement's input: whatever it asks for, within days that fit. */
export const statementInput = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ ...shape, ...days }).refine((input) => fits(input as never), "days do not fit");

/** What payees are called; the account itself where a name is not known any more. */
export async function payeeNames(app: App, campusId: CampusId): Promise<(account: AccountName) => string> {
  const [shops, riders] = await Promise.all([
    app.catalog.allShops(campusId),
    app.identity.people(campusId, { text: "", role: "rider", limit: 500 }),
  ]);
  const names = new Map<string, string>([
    ...shops.map((shop) => [shop.shopId, shop.name] as const),
    ...riders.map((rider) => [rider.accountId, rider.displayName] as const),
  ]);
  return (account) => names.get(readAccount(account)?.owner ?? "") ?? account;
}
