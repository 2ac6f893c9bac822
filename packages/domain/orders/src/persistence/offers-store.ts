import { inGroups, inTransaction, json, type Queryable, type Sql, type Tx } from "@sanqi/database";
import type { AccountId, CampusId, DiscountId, OrderId } from "@sanqi/kernel";
import type { Coupon, DiscountRule } from "../domain/index.ts";
import type { Caller } from "../use-cases/api.ts";
import type { OfferChange } from "../use-cases/offers-api.ts";
import type { OfferScope, OfferStore } from "../use-cases/offers-ports.ts";

type Content = Omit<DiscountRule, "discountId" | "shopId" | "bearer">;
type Customer = Awaited<ReturnType<OfferStore["customer"]>>;
type RuleRow = Pick<DiscountRule, "discountId" | "shopId" | "bearer"> & { readonly content: Content };

const toRule = ({ discountId, shopId, bearer, content }: RuleRow): DiscountRule => ({
  ...content,
  discountId,
  shopId,
  bearer,
});

const toRow = (sql: Queryable, campusId: CampusId, rule: DiscountRule) => {
  const { discountId, shopId, bearer, ...content } = rule;
  return { campusId, discountId, shopId, bearer, content: json(sql, content) };
};

/** Which rows of `discount_rule` a desk may see and change. */
const within = (sql: Queryable, scope: OfferScope) =>
  scope === null ? sql`true` : sql`bearer = 'merchant' and shop_id = any(${scope}::text[])`;

/** What one looks up for every priced cart: those of a lunch hour ask together. */
function customersIn(sql: Sql): OfferStore["customer"] {
  type Asked = { readonly campusId: CampusId; readonly accountId: AccountId; readonly now: number };
  const ask = inGroups<Asked, Customer>({
    ...{ most: 200, lanes: 2, within: ({ campusId }) => campusId },
    async run(group) {
      // Sorted, so that no plan from the time when the table was empty reads all of it.
      const rows = await sql<(Customer & { n: number })[]>`
        select a.n, (select true from orders o where o.campus_id = ${group[0]?.campusId ?? ""} and o.account_id = a.account_id
            and o.fulfilment not in ('refused', 'cancelled', 'expired') order by o.placed_at desc limit 1) is null as is_new,
          (select coalesce(jsonb_agg(jsonb_build_object(
              'couponId', c.coupon_id, 'discountId', c.discount_id, 'validUntilAt', c.valid_until_at)), '[]')
            from coupon c where c.campus_id = ${group[0]?.campusId ?? ""} and c.account_id = a.account_id
              and c.used_by is null and c.valid_until_at > a.now) as held
        from unnest(${group.map((one) => one.accountId)}::text[], ${group.map((one) => one.now)}::bigint[])
          with ordinality as a (account_id, now, n) order by a.n`;
      return rows.map(({ held, isNew }) => ({ held, isNew }));
    },
  });
  return (campusId, accountId, now) => ask({ campusId, accountId, now });
}

export const createOfferStore = (sql: Sql): OfferStore => ({
  async running(campusId) {
    const rows = await sql<RuleRow[]>`
      select discount_id, shop_id, bearer, content from discount_rule
      where campus_id = ${campusId} and ended_at is null order by discount_id`;
    return rows.map(toRule);
  },
  customer: customersIn(sql),
  async coupons(campusId, accountId) {
    const rows = await sql<(Coupon & RuleRow & { usedBy: OrderId | null; usedAt: number | null })[]>`
      select c.coupon_id, c.valid_until_at, c.used_by, c.used_at, r.discount_id, r.shop_id, r.bearer, r.content
      from coupon c join discount_rule r on r.campus_id = c.campus_id and r.discount_id = c.discount_id
      where c.campus_id = ${campusId} and c.account_id = ${accountId}
      order by c.given_at desc, c.coupon_id limit 100`;
    return rows.map(({ couponId, validUntilAt, usedBy, usedAt, ...row }) => ({
      couponId,
      discountId: row.discountId,
      validUntilAt,
      usedBy,
      usedAt,
      rule: toRule(row),
    }));
  },
  async list(campusId, scope) {
    const rows = await sql<
      (RuleRow & { updatedAt: number; endedAt: number | null; given: number; used: number })[]
    >`
      select discount_id, shop_id, bearer, content, updated_at, ended_at, c.given, c.used
      from discount_rule r cross join lateral (
        select count(*)::int as given, count(used_by)::int as used from coupon
        where campus_id = r.campus_id and discount_id = r.discount_id) c
      where campus_id = ${campusId} and ${within(sql, scope)}
      order by updated_at desc, discount_id limit 500`;
    return rows.map(({ updatedAt, endedAt, given, used, ...row }) => ({
      rule: toRule(row),
      updatedAt,
      endedAt,
      coupons: { given, used },
    }));
  },
  insert: (by, { rule, at }) =>
    inTransaction(sql, async (tx) => {
      const { accountId: updatedBy, traceId: updatedTraceId } = by;
      const row = { ...toRow(tx, by.campusId, rule), updatedAt: at, updatedBy, updatedTraceId };
      await tx`insert into discount_rule ${tx(row)}`;
      await writeChange(tx, by, { at, kind: "created", rule, before: null, after: rule });
    }),
  update: (by, { rule, scope, at }) =>
    inTransaction(sql, async (tx) => {
      const before = await lockRunning(tx, by.campusId, { discountId: rule.discountId, scope });
      if (!before) return false;
      const { campusId, discountId, shopId, bearer, content } = toRow(tx, by.campusId, rule);
      await tx`
        update discount_rule set shop_id = ${shopId}, bearer = ${bearer}, content = ${content},
          updated_at = ${at}, updated_by = ${by.accountId}, updated_trace_id = ${by.traceId}
        where campus_id = ${campusId} and discount_id = ${discountId}`;
      await writeChange(tx, by, { at, kind: "changed", rule, before, after: rule });
      return true;
    }),
  end: (by, { discountId, scope, at }) =>
    inTransaction(sql, async (tx) => {
      const rule = await lockRunning(tx, by.campusId, { discountId, scope });
      if (!rule) return false;
      await tx`
        update discount_rule set updated_at = ${at}, ended_at = ${at}, ended_by = ${by.accountId}, ended_trace_id = ${by.traceId}
        where campus_id = ${by.campusId} and discount_id = ${discountId}`;
      await writeChange(tx, by, { at, kind: "ended", rule, before: rule, after: null });
      return true;
    }),
  give: (by, { discountId, coupons, validUntilAt, at }) =>
    inTransaction(sql, async (tx) => {
      const { campusId, accountId, traceId } = by;
      // Gifts of one rule take turns: given twice at once, nobody gets two.
      const rule = await lockRunning(tx, campusId, { discountId, scope: null });
      if (!rule) return 0;
      const { count: given } = await tx`
        insert into coupon (campus_id, coupon_id, discount_id, account_id, given_at, given_by, given_trace_id, valid_until_at)
        select ${campusId}, g.coupon_id, ${discountId}, g.account_id, ${at}, ${accountId}, ${traceId}, ${validUntilAt}
        from unnest(${coupons.map((c) => c.couponId)}::text[], ${coupons.map((c) => c.accountId)}::text[])
          as g (coupon_id, account_id)
        where not exists (select 1 from coupon c where c.campus_id = ${campusId} and c.discount_id = ${discountId}
          and c.account_id = g.account_id and c.used_by is null and c.valid_until_at > ${at})`;
      const after = { given, asked: coupons.length, validUntilAt };
      await writeChange(tx, by, { at, kind: "couponsGiven", rule, before: null, after });
      return given;
    }),
  changes: (campusId, { discountId, before, limit }) => sql<OfferChange[]>`
    select change_no, discount_id, at, account_id, actor_name, trace_id, kind, before, after from discount_change
    where campus_id = ${campusId} ${discountId === null ? sql`` : sql`and discount_id = ${discountId}`}
      ${before === null ? sql`` : sql`and change_no < ${before}`}
    order by change_no desc limit ${limit}`,
});

/** The running rule as it is, kept from others until the transaction ends; null where the scope has none of that id. */
async function lockRunning(
  tx: Tx,
  campusId: CampusId,
  { discountId, scope }: { readonly discountId: DiscountId; readonly scope: OfferScope },
): Promise<DiscountRule | null> {
  const [row] = await tx<RuleRow[]>`
    select discount_id, shop_id, bearer, content from discount_rule
    where campus_id = ${campusId} and discount_id = ${discountId} and ended_at is null and ${within(tx, scope)}
    for no key update`;
  return row ? toRule(row) : null;
}

type Told = Pick<OfferChange, "at" | "kind"> & {
  readonly rule: Pick<DiscountRule, "discountId">;
  readonly before: object | null;
  readonly after: object | null;
};

/** One row of the log, never changed itself. */
async function writeChange(tx: Tx, by: Caller, { rule, before, after, ...told }: Told): Promise<void> {
  const { campusId, accountId, name: actorName, traceId } = by;
  const { discountId } = rule;
  await tx`insert into discount_change ${tx({
    ...{ campusId, discountId, accountId, actorName, traceId, ...told },
    before: before && json(tx, before),
    after: after && json(tx, after),
  })}`;
}
