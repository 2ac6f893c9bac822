import type { Sql } from "@sanqi/database";
import type { CampusId, ShopId } from "@sanqi/kernel";
import type { DeskReview } from "../domain/index.ts";
import type { OrderStore } from "../use-cases/ports.ts";
import { createReviewChanges } from "./review-changes.ts";
import type { EventIds } from "./save-step.ts";

type ReviewRows = Pick<
  OrderStore,
  "rate" | "ratings" | "answerReview" | "hideReview" | "shopReviews" | "deskReviews"
>;

/** Reviews of the same moment stand in the order of their ids, so that no page leaves one out. */
const behind = (sql: Sql, campusId: CampusId, before: string | null) =>
  before === null
    ? sql`true`
    : sql`(r.at, r.review_id) < (
        select b.at, b.review_id from review b where b.campus_id = ${campusId} and b.review_id = ${before}::uuid)`;

/** What students said of orders. Hidden ones count in no rating and stand on no shop's page. */
export const createReviewRows = (sql: Sql, ids: EventIds, committed: () => void): ReviewRows => ({
  ...createReviewChanges(sql, ids, committed),
  async ratings(campusId) {
    const rows = await sql<{ shopId: ShopId; rating: number; count: number }[]>`
      select shop_id, round(avg(stars), 1)::float8 as rating, count(*)::int as count from review
      where campus_id = ${campusId} and hidden_at is null group by shop_id`;
    return new Map(rows.map(({ shopId, ...figures }) => [shopId, figures]));
  },
  shopReviews: (campusId, { shopId, before, limit }) =>
    sql<Awaited<ReturnType<OrderStore["shopReviews"]>>>`
      select r.review_id, r.stars, r.comment, r.at, r.answer, (
        select coalesce(jsonb_agg(l.name order by l.line_no), '[]') from order_line l
        where l.campus_id = r.campus_id and l.order_id = r.order_id) as dishes
      from review r where r.campus_id = ${campusId} and r.shop_id = ${shopId} and r.hidden_at is null
        and ${behind(sql, campusId, before)}
      order by r.at desc, r.review_id desc limit ${limit}`,
  deskReviews: (campusId, { shopIds, before, limit }) =>
    sql<DeskReview[]>`
      select r.review_id, r.order_id, o.order_no, r.shop_id, o.shop_name, r.stars, r.comment, r.at, r.answer, r.hidden_reason as hidden
      from review r join orders o on o.campus_id = r.campus_id and o.order_id = r.order_id
      where r.campus_id = ${campusId}
        and (${shopIds === null} or r.shop_id = any(${[...(shopIds ?? [])]}::text[]))
        and ${behind(sql, campusId, before)}
      order by r.at desc, r.review_id desc limit ${limit}`,
});
