import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cartOf } from "./lunch.ts";
import { flaws, mutate } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";
import { trail } from "./unchanged.ts";

let stage: Stage;
let lin: Person;
let input: object;
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  const { shopId, placeId, lines, totalFen } = await cartOf(stage, lin);
  input = { shopId, placeId, lines, note: "", cutlery: 0, contactPhone: null, expectedTotalFen: totalFen };
});
afterAll(() => stage?.close());

const order = (person: Person) =>
  mutate(stage, "orders.place", { ...input, key: crypto.randomUUID() }, person.token);
const unpaid = async (person: Person) => {
  const { orders } = await person.api.orders.list.query({ before: null });
  return orders.filter((o) => o.stage === "awaitingPayment");
};

describe("somebody who orders and never pays", () => {
  it("keeps three orders' portions from others, not more; the next is TOO_MANY_UNPAID and changes nothing", async () => {
    for (let n = 0; n < 3; n++) expect((await order(lin)).status).toBe(200);
    const before = await trail(stage);
    expect(flaws(await order(lin), "TOO_MANY_UNPAID")).toEqual([]);
    expect(await trail(stage)).toEqual(before);
    const [first] = await unpaid(lin);
    if (!first) throw new Error("no unpaid order");
    await lin.api.orders.cancel.mutate({ orderId: first.orderId, reason: "" });
    expect((await order(lin)).status).toBe(200);
  });

  it("gains nothing by asking for ten at the same moment", async () => {
    const sun = await stage.as("weapp", "sun");
    const answers = await Promise.all(Array.from({ length: 10 }, () => order(sun)));
    expect(answers.filter((a) => a.status === 200)).toHaveLength(3);
    for (const answer of answers.filter((a) => a.error)) expect(flaws(answer, "TOO_MANY_UNPAID")).toEqual([]);
    expect(await unpaid(sun)).toHaveLength(3);
  });
});
