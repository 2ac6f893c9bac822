import type { CampusImports } from "@sanqi/campus/use-cases";
import type { Menus } from "@sanqi/catalog/use-cases";
import { readDemo } from "./demo-content.ts";
import type { DemoIds } from "./demo-ids.ts";

export type SeedDeps = {
  readonly campus: CampusImports;
  readonly menus: Pick<Menus, "importShops" | "all">;
};

/**
 * Puts the demo campus with its shops and menus into the tables. Idempotent: ids depend on keys only, and a second start that
 * finds the same shops writes nothing, so what a merchant marked as sold out stays.
 */
export async function seedCampusAndCatalog({ campus, menus }: SeedDeps): Promise<DemoIds> {
  const demo = readDemo();
  const { campusId } = demo.ids;
  await campus.importCampus(demo.campus);
  const stored = await menus.all(campusId);
  const same =
    comparable(stored.map((menu) => menu.shop)) === comparable(demo.shops) &&
    comparable(stored.flatMap((menu) => [...menu.dishes.values()])) === comparable(demo.dishes);
  if (!same) await menus.importShops(campusId, demo.shops, demo.dishes);
  return demo.ids;
}

/** jsonb keeps no order of keys, and being sold out is the merchant's matter, not the menu's. */
const comparable = (things: readonly object[]): string =>
  JSON.stringify(things, (key, value: unknown) =>
    key === "soldOut"
      ? undefined
      : typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );
