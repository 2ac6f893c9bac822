import type { Queryable } from "@sanqi/database";
import { type AccountId, type CampusId, fen, type ShopId } from "@sanqi/kernel";
import { applied, type CampusTerms, foundingTerms, type ShopTerms } from "../domain/index.ts";
import type { TermsRecords } from "../use-cases/ports.ts";

type Agreed = { validFrom: number; setBy: AccountId; setAt: number };
type CampusRow = CampusTerms & Agreed;
type ShopRow = ShopTerms & Agreed & { shopId: ShopId };

const campusTermsOf = (row: CampusRow): CampusTerms => ({
  commissionPermille: row.commissionPermille,
  riderSharePermille: row.riderSharePermille,
  riderMinimumFen: fen(row.riderMinimumFen),
  payoutEvery: row.payoutEvery,
  payoutMinimumFen: fen(row.payoutMinimumFen),
});

const agreed = ({ validFrom, setBy: by, setAt: at }: Agreed) => ({ validFrom, by, at });

export function termsRecords(sql: Queryable): TermsRecords {
  const campusTerms = async (campusId: CampusId, at: number): Promise<CampusTerms> => {
    const [row] = await sql<CampusRow[]>`
      select * from campus_terms where campus_id = ${campusId} and valid_from <= ${at}
      order by valid_from desc, position desc limit 1`;
    return row ? campusTermsOf(row) : foundingTerms;
  };
  return {
    campusTerms,
    async termsOf(campusId, shopId, at) {
      const [row] = await sql<ShopRow[]>`
        select * from shop_terms where campus_id = ${campusId} and shop_id = ${shopId} and valid_from <= ${at}
        order by valid_from desc, position desc limit 1`;
      return applied(await campusTerms(campusId, at), row ?? null);
    },
    async allTerms(campusId) {
      const campus = await sql<CampusRow[]>`
        select * from campus_terms where campus_id = ${campusId} order by valid_from desc, position desc`;
      const shops = await sql<ShopRow[]>`
        select * from shop_terms where campus_id = ${campusId} order by shop_id, valid_from desc, position desc`;
      return {
        campus: campus.map((row) => ({ ...agreed(row), terms: campusTermsOf(row) })),
        shops: shops.map((row) => ({
          ...agreed(row),
          shopId: row.shopId,
          terms: { commissionPermille: row.commissionPermille },
        })),
      };
    },
    async setCampusTerms(campusId, { terms, validFrom }, { by, at, traceId }) {
      await sql`
        insert into campus_terms ${sql({ campusId, validFrom, ...terms, setBy: by, setAt: at, traceId })}`;
    },
    async setShopTerms(campusId, { shopId, terms, validFrom }, { by, at, traceId }) {
      await sql`
        insert into shop_terms ${sql({ campusId, shopId, validFrom, ...terms, setBy: by, setAt: at, traceId })}`;
    },
  };
}
