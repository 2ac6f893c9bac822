import type { ShopMenu } from "@sanqi/catalog";
import { distanceMetres, type Point } from "@sanqi/kernel";
import type { RiderTask } from "@sanqi/orders";
import { describe, expect, it } from "vitest";
import { randomCart } from "./cart.ts";
import { seededRandom } from "./random.ts";
import { chooseRound, stopsInOrder } from "./rider.ts";
import { metresOf, pointAlong } from "./route.ts";
import { createTally, percentile } from "./tally.ts";

const menu = {
  shop: { minOrderFen: 3_000 },
  dishes: [
    {
      dishId: "a",
      priceFen: 1_000,
      soldOut: false,
      left: 50,
      options: [{ key: "heat", min: 1, max: 1, choices: [{ key: "mild" }, { key: "hot" }] }],
    },
    { dishId: "b", priceFen: 900, soldOut: false, left: 50, options: [] },
    { dishId: "c", priceFen: 900, soldOut: true, left: 50, options: [] },
    { dishId: "d", priceFen: 900, soldOut: false, left: 0, options: [] },
  ],
} as unknown as ShopMenu;

describe("a student's cart", () => {
  it("holds what is there, with the choices that are asked for, above the minimum", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const lines = randomCart(menu, seededRandom(seed)) ?? [];
      const goods = lines.reduce((sum, l) => sum + l.quantity * (l.dishId === "a" ? 1_000 : 900), 0);
      expect(goods).toBeGreaterThanOrEqual(3_000);
      for (const { dishId, choices } of lines) {
        expect(["a", "b"]).toContain(dishId);
        expect(choices).toHaveLength(dishId === "a" ? 1 : 0);
      }
    }
  });
  it("stays empty where nothing is left", () => {
    expect(randomCart({ ...menu, dishes: menu.dishes.slice(2) }, seededRandom(1))).toBeNull();
  });
});

const here: Point = [120.9, 30.9];
const north = (metres: number): Point => [120.9, 30.9 + metres / 111_195];
const task = (orderId: string, shop: Point, place: Point) =>
  ({ orderId, shop: { point: shop }, place: { point: place } }) as unknown as RiderTask;

describe("a rider", () => {
  it("takes one counter and one direction, at most what the box holds", () => {
    const same = Array.from({ length: 7 }, (_, n) => task(`s${n}`, here, north(500 + n)));
    const others = [task("far", north(2_000), north(500)), task("away", here, north(-500))];
    for (let seed = 0; seed < 50; seed += 1) {
      const round = chooseRound([...others, ...same], { here, random: seededRandom(seed) });
      const ids = round.map(({ orderId }) => orderId);
      expect(ids.length === 1 ? ids : ids.length).toEqual(ids[0] === "away" ? ["away"] : 5);
      expect(ids).not.toContain("far");
    }
  });
  it("goes to the nearest door next", () => {
    const tasks = [300, 100, 200].map((metres) => task(`${metres}`, here, north(metres)));
    expect(stopsInOrder(tasks, here).map(({ orderId }) => orderId)).toEqual(["100", "200", "300"]);
  });
  it("is where the metres say", () => {
    const path = [here, north(100), north(300)];
    expect(metresOf(path)).toBeCloseTo(300, 0);
    expect(distanceMetres(pointAlong(path, 150), north(150))).toBeLessThan(1);
    expect(pointAlong(path, 9_999)).toEqual(path[2]);
    expect(pointAlong([here], 10)).toEqual(here);
  });
});

describe("the tally", () => {
  it("knows percentiles by nearest rank", () => {
    const hundred = Array.from({ length: 100 }, (_, n) => n + 1);
    expect([0.5, 0.95, 0.99].map((share) => percentile(hundred, share))).toEqual([50, 95, 99]);
    expect(percentile([], 0.5)).toBeNaN();
  });
  it("counts a failure once by its stable code, however often it is caught", async () => {
    const tally = createTally();
    const error = Object.assign(new Error("x"), { data: { sanqi: { code: "SOLD_OUT" } } });
    await expect(tally.time("place", () => Promise.reject(error))).rejects.toBe(error);
    tally.failure("student", error);
    expect([...tally.codes]).toEqual([["place SOLD_OUT", 1]]);
  });
});
