import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop } from "./lunch.ts";
import { type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let cook: Person;
beforeAll(async () => {
  stage = await setStage();
  cook = await stage.as("weapp", "chef-tinglan");
});
afterAll(() => stage?.close());

describe("portions that the kitchen counts", () => {
  it("stand in the log with the number before, or are not set at all", async () => {
    const shopId = stage.ids.shops.of(openShop);
    const { dishes } = await cook.api.merchant.editableMenu.query({ shopId });
    const dishId = dishes[0]?.dishId;
    if (!dishId) throw new Error("no dish");
    const setLeft = (left: number) =>
      cook.api.merchant.setLeft.mutate({ shopId, dishId, choice: null, left });
    const last = async () => (await cook.api.merchant.changes.query({ before: null }))[0];
    await setLeft(12);
    expect(await last()).toMatchObject({ kind: "leftSet", before: { left: dishes[0]?.left } });
    await setLeft(7);
    expect(await last()).toMatchObject({ subject: dishId, before: { left: 12 }, after: { left: 7 } });
    await stage.sql`alter table catalog_change add constraint full_log check (at < 0) not valid`;
    await expect(setLeft(3)).rejects.toThrow();
    await stage.sql`alter table catalog_change drop constraint full_log`;
    const menu = await cook.api.merchant.editableMenu.query({ shopId });
    expect(menu.dishes.find((dish) => dish.dishId === dishId)?.left).toBe(7);
  });
});
