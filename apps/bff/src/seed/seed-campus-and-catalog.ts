import type { CampusImports } from "@sanqi/campus/use-cases";
import type { Menus } from "@sanqi/catalog/use-cases";
import { readDemo } from "./demo-content.ts";
import type { DemoIds } from "./demo-ids.ts";

export type SeedDeps = {
  readonly campus: CampusImports;
  readonly menus: Pick<Menus, "importShopsOnce">;
};

/**
 * Puts the demo campus with its shops and menus into the tables. Idempotent: ids depend on keys only, and a second start with
 * the same demo writes nothing, so what merchants changed meanwhile stays.
 */
export async function seedCampusAndCatalog({ campus, menus }: SeedDeps): Promise<DemoIds> {
  const demo = readDemo();
  await campus.importCampus(demo.campus);
  await menus.importShopsOnce(demo.ids.campusId, demo.shops, demo.dishes);
  return demo.ids;
}
