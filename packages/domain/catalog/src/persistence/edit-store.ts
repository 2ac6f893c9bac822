import { inTransaction, type Queryable, type Sql, type Tx } from "@sanqi/database";
import { type CampusId, chinaDay, err, ok, type ShopId } from "@sanqi/kernel";
import {
  choiceStock,
  type DishContent,
  type KeptMenu,
  orderableDays,
  portionChanges,
  type ShopTable,
} from "../domain/index.ts";
import type { CatalogChange } from "../use-cases/editing-api.ts";
import type { EditStore, LeftCount } from "../use-cases/ports.ts";
import { changeOf, writeChange } from "./change-log.ts";
import type { CountedPortions } from "./coming-portions.ts";
import { readDishes, readShops } from "./read-menus.ts";
import { saveEdit } from "./save-edit.ts";

export function createEditStore(sql: Sql, portions: CountedPortions): EditStore {
  return {
    kept: (campusId, shopId) => readKept(sql, campusId, shopId),
    async soldOut(campusId, shopId, day) {
      const rows = await sql<{ name: string }[]>`
        select dish_id as name from dish where campus_id = ${campusId} and shop_id = ${shopId} and sold_out_day = ${day}
        union all select dish_id || ' ' || choice.key from dish, jsonb_each_text(sold_out_choices) choice
        where campus_id = ${campusId} and shop_id = ${shopId} and choice.value = ${day}`;
      return new Set(rows.map((row) => row.name));
    },
    edit: ({ by, shopId, at }, decide) =>
      inTransaction(sql, async (tx) => {
        const { campusId } = by;
        const menu = await lockKept(tx, campusId, shopId);
        if (!menu) return err({ kind: "shopNotFound" });
        const decided = decide(menu);
        if (!decided.ok) return decided;
        await saveEdit(tx, { campusId, shopId, at }, decided.value);
        await writeChange(tx, { by, shopId, at, ...changeOf(decided.value) });
        const edit = decided.value;
        if (edit.kind === "dishChanged") {
          const changes = portionChanges(edit.before, edit.dish);
          await portions.shift(tx, { campusId, days: orderableDays(at), changes });
        }
        return ok(null);
      }),
    setLeft: (change, count, check) =>
      inTransaction(sql, async (tx) => {
        const { by, shopId, at } = change;
        const menu = await lockKept(tx, by.campusId, shopId);
        if (!menu) return err({ kind: "shopNotFound" });
        const problem = check(menu);
        if (problem) return err(problem);
        const { dishId, choice, left } = count;
        const counted = await portions.setLeft(tx, { campusId: by.campusId, ...count, day: chinaDay(at) });
        const before = { left: counted ?? portionsOf(menu, count) };
        const subject = choice === null ? dishId : `${dishId} ${choice}`;
        await writeChange(tx, { by, shopId, at, kind: "leftSet", subject, before, after: { left } });
        return ok(null);
      }),
    changes: (campusId, { shopIds, before, limit }) => sql<CatalogChange[]>`
      select change_no, shop_id, at, actor_name, kind, subject, before, after from catalog_change
      where campus_id = ${campusId} ${shopIds ? sql`and shop_id = any(${shopIds}::text[])` : sql``}
        ${before === null ? sql`` : sql`and change_no < ${before}`}
      order by change_no desc limit ${limit}`,
    async usesPicture(campusId, pictureIds) {
      const rows = await sql<{ pictureId: (typeof pictureIds)[number] }[]>`
        select picture_id from dish where campus_id = ${campusId} and picture_id = any(${pictureIds}::text[])
        union select dish->>'pictureId' from removed_dish
        where campus_id = ${campusId} and dish->>'pictureId' = any(${pictureIds}::text[])`;
      return new Set(rows.map((row) => row.pictureId));
    },
  };
}

/** How many removed dishes can be taken back; older ones stay in the log. */
const removedShown = 50;

/** The shop's row first, as every writer of menus does: two of them cannot block each other. */
async function lockKept(tx: Tx, campusId: CampusId, shopId: ShopId): Promise<KeptMenu | null> {
  await tx`select 1 from shop where campus_id = ${campusId} and shop_id = ${shopId} for update`;
  return readKept(tx, campusId, shopId);
}

/** How many there are on a day of which nothing was counted. */
function portionsOf(menu: KeptMenu, { dishId, choice }: LeftCount): number | null {
  const dish = menu.dishes.find((other) => other.dishId === dishId);
  if (!dish) return null;
  return choice === null ? dish.dailyStock : (choiceStock(dish).get(choice) ?? null);
}

async function readKept(sql: Queryable, campusId: CampusId, shopId: ShopId): Promise<KeptMenu | null> {
  const [found] = await readShops(sql, campusId, [shopId]);
  if (!found) return null;
  const dishes = await readDishes(sql, campusId, [shopId]);
  const removed = await sql<{ dish: DishContent; version: number; removedAt: number }[]>`
    select dish, version, removed_at from removed_dish where campus_id = ${campusId} and shop_id = ${shopId}
    order by removed_at desc limit ${removedShown}`;
  const tables = await sql<ShopTable[]>`
    select table_id, shop_id, name from shop_table where campus_id = ${campusId} and shop_id = ${shopId} order by length(name), name`;
  return {
    shop: found.shop,
    version: found.version,
    dishes: dishes.map(({ shopId: _shop, soldOutDay: _day, soldOutChoices: _choices, ...dish }) => dish),
    removed: removed.map(({ dish, version, removedAt }) => ({ ...dish, version, removedAt })),
    tables: [...tables],
  };
}
