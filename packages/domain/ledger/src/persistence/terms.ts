import type { Queryable } from "@sanqi/database";
import { type CampusId, fen, type ShopId } from "@sanqi/kernel";
import { applied, type CampusTerms, foundingTerms, type ShopTerms } from "../domain/index.ts";
import type { TermsRecords } from "../use-cases/ports.ts";

type CampusRow = CampusTerms & { validFrom: number };
type ShopRow = ShopTerms & { validFrom: number; shopId: ShopId };

const campusTermsOf = (row: CampusRow): CampusTerms => ({
  commissionPermille: row.commissionPermille,
  riderSharePermille: row.riderSharePermille,
  riderMinimumFen: fen(row.riderMinimumFen),
  payoutEvery: row.payoutEvery,
  payoutMinimumFen: fen(row.payoutMinimumFen),
});

export function termsRecords(sql: Queryable): TermsRecords {
  const campusTerms = async (campusId: CampusId, at: number): Promise<CampusTerms> => {
    const [row] = await sql<CampusRow[]>`
      select * from campus_terms where campus_id = ${campusId} and valid_from <= ${at} order by valid_from desc limit 1`;
    return row ? campusTermsOf(row) : foundingTerms;
  };
  return {
    campusTerms,
    async termsOf(campusId, shopId, at) {
      const [row] = await sql<ShopRow[]>`
        select * from shop_terms where campus_id = ${campusId} and shop_id = ${shopId} and valid_from <= ${at}
        order by valid_from desc limit 1`;
      return applied(await campusTerms(campusId, at), row ?? null);
    },
    async allTerms(campusId) {
      const campus = await sql<CampusRow[]>`
        select * from campus_terms where campus_id = ${campusId} order by valid_from desc`;
      const shops = await sql<ShopRow[]>`
        select * from shop_terms where campus_id = ${campusId} order by shop_id, valid_from desc`;
      return {
        campus: campus.map((row) => ({ terms: campusTermsOf(row), validFrom: row.validFrom })),
        shops: shops.map(({ shopId, validFrom, commissionPermille }) => ({
          shopId,
          validFrom,
          terms: { commissionPermille },
        })),
      };
    },
    // A change that lies ahead may be changed again.
    async setCampusTerms(campusId, { terms, validFrom }, { by, at, traceId }) {
      const row = { campusId, validFrom, ...terms, setBy: by, setAt: at, traceId };
      await sql`
        insert into campus_terms ${sql(row)} on conflict (campus_id, valid_from) do update set
          commission_permille = excluded.commission_permille, rider_share_permille = excluded.rider_share_permille,
          rider_minimum_fen = excluded.rider_minimum_fen, payout_every = excluded.payout_every,
          payout_minimum_fen = excluded.payout_minimum_fen, set_by = excluded.set_by, set_at = excluded.set_at,
          trace_id = excluded.trace_id`;
    },
    async setShopTerms(campusId, { shopId, terms, validFrom }, { by, at, traceId }) {
      const row = { campusId, shopId, validFrom, ...terms, setBy: by, setAt: at, traceId };
      await sql`
        insert into shop_terms ${sql(row)} on conflict (campus_id, shop_id, valid_from) do update set
          commission_permille = excluded.commission_permille, set_by = excluded.set_by, set_at = excluded.set_at,
          trace_id = excluded.trace_id`;
    },
  };
}
