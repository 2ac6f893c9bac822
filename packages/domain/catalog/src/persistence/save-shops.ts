import { json, type Tx } from "@sanqi/database";
import type { CampusId } from "@sanqi/kernel";
import type { Dish, Shop } from "../domain/index.ts";

/** A statement takes at most 65,534 parameters. */
function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += 1_000) yield rows.slice(at, at + 1_000);
}

/** Shops of the import in its order, with their whole menus. */
export async function saveShops(
  tx: Tx,
  campusId: CampusId,
  { shops, dishes, at }: { shops: readonly Shop[]; dishes: readonly Dish[]; at: number },
): Promise<void> {
  const shopRows = shops.map(({ point: [lon, lat], hours, ...shop }, position) => ({
    ...shop,
    campusId,
    position,
    lon,
    lat,
    hours: json(tx, hours),
    updatedAt: at,
  }));
  for (const batch of batches(shopRows))
    await tx`insert into shop ${tx(batch)} on conflict (campus_id, shop_id) do update set
      position = excluded.position, key = excluded.key, name = excluded.name, name_en = excluded.name_en,
      category = excluded.category, category_en = excluded.category_en, notice = excluded.notice, notice_en = excluded.notice_en,
      promotion = excluded.promotion, promotion_en = excluded.promotion_en, halal = excluded.halal,
      building_id = excluded.building_id, building_name = excluded.building_name,
      building_name_en = excluded.building_name_en, lon = excluded.lon, lat = excluded.lat,
      hours = excluded.hours, min_order_fen = excluded.min_order_fen, packing_fen = excluded.packing_fen,
      delivery_fee_fen = excluded.delivery_fee_fen, prep_minutes = excluded.prep_minutes,
      menu_version = shop.menu_version + 1, updated_at = excluded.updated_at`;
  const dishRows = dishes.map(({ soldOut: _, labels, allergens, options, ...dish }, position) => ({
    ...dish,
    campusId,
    position,
    labels: json(tx, labels),
    allergens: json(tx, allergens),
    options: json(tx, options),
  }));
  await tx`delete from dish where campus_id = ${campusId}
    and shop_id = any(${shops.map((s) => s.shopId)}::text[]) and not dish_id = any(${dishes.map((d) => d.dishId)}::text[])`;
  for (const batch of batches(dishRows))
    await tx`insert into dish ${tx(batch)} on conflict (campus_id, dish_id) do update set
      shop_id = excluded.shop_id, position = excluded.position, name = excluded.name, name_en = excluded.name_en,
      description = excluded.description, description_en = excluded.description_en, category = excluded.category,
      category_en = excluded.category_en, price_fen = excluded.price_fen, art = excluded.art,
      labels = excluded.labels, allergens = excluded.allergens, options = excluded.options,
      daily_stock = excluded.daily_stock`;
}
