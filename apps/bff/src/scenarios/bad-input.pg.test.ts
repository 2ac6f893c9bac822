import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cartOf, place } from "./lunch.ts";
import { flaws, mutate } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";
import { trail } from "./unchanged.ts";

let stage: Stage;
let lin: Person;
let good: Record<string, unknown>;
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  // One order exists, so that "nothing changed" also speaks of rows that are there.
  await place(stage, lin);
  const { shopId, placeId, lines, totalFen } = await cartOf(stage, lin);
  good = {
    shopId,
    placeId,
    lines,
    note: "",
    cutlery: 1,
    contactPhone: null,
    expectedTotalFen: totalFen,
  };
});
afterAll(() => stage?.close());

const line = (change: object) => ({ lines: [{ ...(good.lines as object[])[0], ...change }] });
/** Every way in which a cart can be wrong before anybody looks at the menu. */
const wrongCarts: [string, () => unknown][] = [
  ["nothing at all", () => null],
  ["a text", () => '"order"'],
  ["a list", () => []],
  ["no lines", () => ({ ...good, lines: [] })],
  ["41 lines", () => ({ ...good, lines: Array.from({ length: 41 }, () => (good.lines as object[])[0]) })],
  ["a number as text", () => ({ ...good, ...line({ quantity: "2" }) })],
  ["a negative quantity", () => ({ ...good, ...line({ quantity: -1 }) })],
  ["a quantity of zero", () => ({ ...good, ...line({ quantity: 0 }) })],
  ["51 portions", () => ({ ...good, ...line({ quantity: 51 }) })],
  ["half a portion", () => ({ ...good, ...line({ quantity: 0.5 }) })],
  ["a huge quantity", () => ({ ...good, ...line({ quantity: 1e21 }) })],
  ["a quantity beyond whole numbers", () => ({ ...good, ...line({ quantity: 2 ** 53 }) })],
  ["a quantity of null, as NaN arrives", () => ({ ...good, ...line({ quantity: Number.NaN }) })],
  ["a quantity written NaN", () => ({ ...good, ...line({ quantity: "NaN" }) })],
  ["an unknown field", () => ({ ...good, discountFen: 500 })],
  ["an unknown field in a line", () => ({ ...good, ...line({ unitFen: 1 }) })],
  ["a prototype", () => JSON.stringify(good).replace("{", '{"__proto__":{"admin":true},')],
  ["a dish id of another kind", () => ({ ...good, ...line({ dishId: good.shopId }) })],
  ["an id with SQL in it", () => ({ ...good, shopId: "shp_' or 1=1 --" })],
  ["choices that are no texts", () => ({ ...good, ...line({ choices: [1] }) })],
  ["a negative price", () => ({ ...good, expectedTotalFen: -1 })],
  ["a price in yuan", () => ({ ...good, expectedTotalFen: 12.5 })],
  ["a price beyond the limit", () => ({ ...good, expectedTotalFen: 100_000_001 })],
  ["21 sets of cutlery", () => ({ ...good, cutlery: 21 })],
  ["a phone that is none", () => ({ ...good, contactPhone: "12345" })],
  ["a note of 101 characters", () => ({ ...good, note: "辣".repeat(101) })],
  ["a note with a control character", () => ({ ...good, note: "a\u0000b" })],
];

describe("a cart that is wrong in itself", () => {
  it.each(wrongCarts)("%s is INPUT_INVALID and changes nothing", async (_name, wrong) => {
    const before = await trail(stage);
    const input = wrong();
    const keyed =
      input !== null && typeof input === "object" && !Array.isArray(input)
        ? { ...input, key: "key-of-a-wrong-cart" }
        : typeof input === "string" && input.startsWith("{")
          ? input.replace("{", '{"key":"key-of-a-wrong-cart",')
          : input;
    const answer = await mutate(stage, "orders.place", keyed, lin.token);
    expect(flaws(answer, "INPUT_INVALID")).toEqual([]);
    expect(answer.status).toBe(400);
    expect(await trail(stage)).toEqual(before);
  });

  it.each([
    ["no key", undefined],
    ["a short key", "abc"],
    ["a long key", "k".repeat(65)],
    ["a key with other characters", "key with spaces and ü"],
  ])("%s is INPUT_INVALID: without it, a retry could order twice", async (_name, key) => {
    const before = await trail(stage);
    const answer = await mutate(stage, "orders.place", { ...good, key }, lin.token);
    expect(flaws(answer, "INPUT_INVALID")).toEqual([]);
    expect(await trail(stage)).toEqual(before);
  });
});
