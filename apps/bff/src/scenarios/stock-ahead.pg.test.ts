import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cartOf, openShop } from "./lunch.ts";
import { type Client, codeOf, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let cook: Person;
let students: Person[];
beforeAll(async () => {
  stage = await setStage();
  cook = await stage.as("weapp", "chef-tinglan");
  students = await Promise.all(["lin", "hao"].map((key) => stage.as("weapp", key)));
  const { shop } = await cook.api.merchant.editableMenu.query({ shopId: shopId() });
  const slots = { lengthMinutes: 30, capacity: 100, leadMinutes: 30, daysAhead: 1 };
  const change = { handovers: ["delivery", "pickup"] as const, slots };
  await cook.api.merchant.editShop.mutate({ shopId: shopId(), version: shop.version, change });
});
afterAll(() => stage?.close());

const shopId = () => stage.ids.shops.of(openShop);
type Dish = Awaited<ReturnType<Client["merchant"]["editableMenu"]["query"]>>["dishes"][number];

async function setDaily(dishId: Dish["dishId"], dailyStock: number): Promise<void> {
  const { dishes } = await cook.api.merchant.editableMenu.query({ shopId: shopId() });
  const dish = dishes.find((one) => one.dishId === dishId);
  if (!dish) throw new Error("no such dish");
  const { dishId: _id, art: _art, version, pictureUrl: _url, soldOut: _gone, left: _left, ...words } = dish;
  const options = dish.options.map((group) => ({
    ...group,
    choices: group.choices.map(({ soldOut: _, left: __, ...choice }) => choice),
  }));
  const draft = { ...words, options, dailyStock };
  await cook.api.merchant.editDish.mutate({ shopId: shopId(), dishId, version, draft });
}

/** Orders for the last slot that there is: tomorrow's. */
async function orderAhead(person: Person, dishId: Dish["dishId"], quantity: number): Promise<string> {
  const cart = {
    shopId: shopId(),
    handover: "pickup" as const,
    lines: [{ dishId, quantity, choices: [] as string[] }],
  };
  const slotFrom = (await person.api.orders.quote.query(cart)).slots.at(-1)?.from ?? null;
  const { amounts } = await person.api.orders.quote.query({ ...cart, slotFrom });
  const how = { key: crypto.randomUUID(), note: "", cutlery: 0, contactPhone: null };
  const order = { ...cart, slotFrom, ...how, expectedTotalFen: amounts.totalFen };
  return codeOf(person.api.orders.place.mutate(order));
}

describe("a kitchen that cooks less from tomorrow on", () => {
  it("sells no more than that, although tomorrow's first portions were ordered before", async () => {
    const [lin, hao] = students as [Person, Person];
    const { dish } = await cartOf(stage, lin);
    await setDaily(dish.dishId, 50);
    expect(await orderAhead(lin, dish.dishId, 1)).toBe("ok");
    await setDaily(dish.dishId, 2);
    expect(await orderAhead(hao, dish.dishId, 10)).toBe("SOLD_OUT");
    expect(await orderAhead(hao, dish.dishId, 1)).toBe("ok");
    expect(await orderAhead(lin, dish.dishId, 1)).toBe("SOLD_OUT");
    await setDaily(dish.dishId, 4);
    expect(await orderAhead(hao, dish.dishId, 3)).toBe("SOLD_OUT");
    expect(await orderAhead(hao, dish.dishId, 2)).toBe("ok");
  });
});
