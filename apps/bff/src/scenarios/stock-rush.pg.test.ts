import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mutate } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let people: Person[];
beforeAll(async () => {
  stage = await setStage();
  people = await Promise.all(Array.from({ length: 12 }, (_, n) => stage.as("weapp", `hungry-${n}`)));
});
afterAll(() => stage?.close());

/** The same dishes in another order for everybody: whoever locks them as they come waits for others in a circle. */
const turned = <T>(list: readonly T[], by: number): T[] => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
];

describe("many who want and return the same dishes at the same time", () => {
  it("are all served, and in the end every portion is back", async () => {
    const [someone] = people;
    if (!someone) throw new Error("nobody is hungry");
    const shopId = stage.ids.shops.of("dumplings");
    const placeId = stage.ids.places.of("澜园2号楼");
    const menu = await someone.api.catalog.menu.query({ shopId, placeId });
    const lines = menu.dishes
      .filter((d) => !d.soldOut && d.options.every((g) => g.min === 0))
      .slice(0, 6)
      .map((d) => ({ dishId: d.dishId, quantity: 1, choices: [] as string[] }));
    expect(lines.length).toBeGreaterThanOrEqual(3);
    const quote = await someone.api.orders.quote.query({ shopId, placeId, lines });
    const order = async (person: Person, turn: number) => {
      const input = {
        key: crypto.randomUUID(),
        shopId,
        placeId,
        lines: turned(lines, turn),
        note: "",
        cutlery: 0,
        contactPhone: null,
        expectedTotalFen: quote.amounts.totalFen,
      };
      const placed = await mutate(stage, "orders.place", input, person.token);
      if (placed.error) return placed.error.code;
      const { orderId } = (JSON.parse(placed.text) as { result: { data: { orderId: string } } }).result.data;
      const cancelled = await mutate(stage, "orders.cancel", { orderId, reason: "" }, person.token);
      return cancelled.error?.code ?? "ok";
    };
    expect(await order(someone, 0)).toBe("ok");
    const left = () =>
      stage.sql`select dish_id, left_count from dish_stock where dish_id = any(${lines.map((l) => l.dishId as string)}::text[]) order by 1`;
    const before = [...(await left())];
    const outcomes = await Promise.all(
      people.map(async (person, n) => {
        const mine: string[] = [];
        for (let turn = 0; turn < 10; turn++) mine.push(await order(person, n + turn));
        return mine;
      }),
    );
    expect(new Set(outcomes.flat())).toEqual(new Set(["ok"]));
    expect([...(await left())]).toEqual(before);
  });
});
