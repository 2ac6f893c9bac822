import { json, type Tx } from "@sanqi/database";
import type { CampusId, DishId } from "@sanqi/kernel";
import { type Dish, type DishContent, orderableDays, portionChanges, type Shop } from "../domain/index.ts";
import type { MenuImport } from "../use-cases/ports.ts";
import { writeChanges } from "./change-log.ts";
import type { ComingPortions } from "./coming-portions.ts";
import { importChanges, readKnown } from "./import-changes.ts";
import { removeDish } from "./save-edit.ts";

/** A statement takes at most 65,534 parameters. */
function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += 1_000) yield rows.slice(at, at + 1_000);
}

/** Remembers the import; false where it was the last one already. */
async function isNewImport(tx: Tx, campusId: CampusId, { digest, at }: MenuImport): Promise<boolean> {
  const rows = await tx`insert into catalog_import ${tx({ campusId, digest, at })}
    on conflict (campus_id) do update set digest = excluded.digest, at = excluded.at where catalog_import.digest <> excluded.digest`;
  return rows.count === 1;
}

const columnsOf = (tx: Tx, shop: Shop) => {
  const { point, hours, exceptions, paused: _, handovers, slots, deliveryTariff, ...words } = shop;
  const [lon, lat] = point;
  return {
    ...words,
    lon,
    lat,
    hours: json(tx, hours),
    exceptions: json(tx, exceptions),
    handovers: json(tx, handovers),
    slots: slots && json(tx, slots),
    deliveryTariff: deliveryTariff && json(tx, deliveryTariff),
  };
};

/** Without what is sold out today: that is the merchant's matter, kept apart. */
const optionsOf = ({ options }: Dish) =>
  options.map((group) => ({
    ...group,
    choices: group.choices.map(({ soldOut: _, ...choice }) => choice),
  }));

/** Shops of the import, new ones at the end of the list, with their whole menus; false where nothing had to be written. */
export async function saveShops(
  tx: Tx,
  { campusId, portions }: { readonly campusId: CampusId; readonly portions: ComingPortions },
  content: MenuImport,
): Promise<boolean> {
  const { shops, dishes, at } = content;
  const isNew = await isNewImport(tx, campusId, content);
  if (content.once && !isNew) return false;
  const shopIds = shops.map((shop) => shop.shopId);
  // Locks the shops before their dishes are looked at, as every writer of menus does.
  await tx`select 1 from shop where campus_id = ${campusId} and shop_id = any(${shopIds}::text[]) order by shop_id for update`;
  const known = await readKnown(tx, campusId, shopIds);
  const [free] = await tx<{ position: number }[]>`
    select coalesce(max(position) + 1, 0) as position from shop where campus_id = ${campusId}`;
  const shopRows = shops.map((shop, no) => ({
    ...columnsOf(tx, shop),
    campusId,
    position: (free?.position ?? 0) + no,
    updatedAt: at,
  }));
  for (const batch of batches(shopRows))
    await tx`insert into shop ${tx(batch)} on conflict (campus_id, shop_id) do update set
      key = excluded.key, name = excluded.name, name_en = excluded.name_en,
      category = excluded.category, category_en = excluded.category_en, notice = excluded.notice, notice_en = excluded.notice_en,
      promotion = excluded.promotion, promotion_en = excluded.promotion_en, halal = excluded.halal,
      building_id = excluded.building_id, building_name = excluded.building_name,
      building_name_en = excluded.building_name_en, lon = excluded.lon, lat = excluded.lat,
      hours = excluded.hours, exceptions = excluded.exceptions, handovers = excluded.handovers, slots = excluded.slots,
      delivery_tariff = excluded.delivery_tariff, min_order_fen = excluded.min_order_fen, packing_fen = excluded.packing_fen,
      delivery_fee_fen = excluded.delivery_fee_fen, prep_minutes = excluded.prep_minutes,
      menu_version = shop.menu_version + 1, version = shop.version + 1, updated_at = excluded.updated_at`;
  const dishRows = dishes.map((dish, position) => {
    const { soldOut: _, ...words } = dish;
    return {
      ...words,
      campusId,
      position,
      labels: json(tx, dish.labels),
      allergens: json(tx, dish.allergens),
      options: json(tx, optionsOf(dish)),
    };
  });
  const before = await readCounted(tx, campusId, dishes);
  const dishIds = dishes.map((dish) => dish.dishId);
  const given = new Set(dishIds);
  if (!content.keepOthers)
    for (const { shopId, dish } of known.dishes.values())
      if (!given.has(dish.dishId)) await removeDish(tx, { campusId, shopId, at }, dish);
  const restored = await tx<{ dishId: DishId }[]>`delete from removed_dish
    where campus_id = ${campusId} and dish_id = any(${dishIds}::text[]) returning dish_id`;
  for (const batch of batches(dishRows))
    await tx`insert into dish ${tx(batch)} on conflict (campus_id, dish_id) do update set
      shop_id = excluded.shop_id, position = excluded.position, name = excluded.name, name_en = excluded.name_en,
      description = excluded.description, description_en = excluded.description_en, category = excluded.category,
      category_en = excluded.category_en, price_fen = excluded.price_fen, art = excluded.art,
      labels = excluded.labels, allergens = excluded.allergens, options = excluded.options,
      picture_id = coalesce(excluded.picture_id, dish.picture_id), daily_stock = excluded.daily_stock, version = dish.version + 1`;
  const changes = dishes.flatMap((dish) => {
    const counted = before.get(dish.dishId);
    return counted ? portionChanges(counted, dish) : [];
  });
  await portions.shift(tx, { campusId, days: orderableDays(at), changes });
  // A shop that is new has nobody whose settings were written over.
  const now = await readKnown(tx, campusId, [...known.shops.keys()]);
  const putBack = new Set(restored.map((row) => row.dishId));
  await writeChanges(tx, importChanges(known, now, { campusId, at, restored: putBack }));
  return true;
}

type Counted = Pick<DishContent, "dishId" | "dailyStock" | "options">;

/** How many portions a day there were of these dishes, also of those that were taken off. */
async function readCounted(
  tx: Tx,
  campusId: CampusId,
  dishes: readonly Dish[],
): Promise<ReadonlyMap<DishId, Counted>> {
  const ids = dishes.map((dish) => dish.dishId);
  const rows = await tx<Counted[]>`
    select dish_id, daily_stock, options from dish where campus_id = ${campusId} and dish_id = any(${ids}::text[])
    union all select dish_id, (dish ->> 'dailyStock')::int, dish -> 'options' from removed_dish
    where campus_id = ${campusId} and dish_id = any(${ids}::text[])`;
  return new Map(rows.map((row) => [row.dishId, row]));
}
