import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cartOf } from "./lunch.ts";
import { flaws, type RawAnswer, send } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";
import { trail } from "./unchanged.ts";

let stage: Stage;
let lin: Person;
let cart: object;
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  const { shopId, placeId, lines, totalFen } = await cartOf(stage, lin);
  cart = { shopId, placeId, lines, note: "", cutlery: 0, contactPhone: null, expectedTotalFen: totalFen };
});
afterAll(() => stage?.close());

type Request = NonNullable<Parameters<typeof send>[1]>;
const ways = { short: "/orders", long: "/trpc/orders.place" } as const;
const post = (way: keyof typeof ways, request: Request) =>
  send(`${stage.url}${ways[way]}`, { method: "POST", token: lin.token, ...request });
const order = (more: object = {}) => ({ ...cart, key: crypto.randomUUID(), ...more });

/** What a client acts upon, whichever way it came. */
const seen = ({ status, text, error }: RawAnswer) =>
  error ? { status, ...error, traceId: "" } : { status, ...(JSON.parse(text) as object) };

const refused: [what: string, code: string, request: () => Request][] = [
  ["no session", "SESSION_INVALID", () => ({ token: undefined, body: order() })],
  ["a token that nobody has", "SESSION_INVALID", () => ({ token: "v1.x", body: order() })],
  ["broken JSON", "JSON_INVALID", () => ({ body: '{"shopId": ' })],
  ["no body", "INPUT_INVALID", () => ({ body: "" })],
  [
    "another content type",
    "MEDIA_TYPE_UNSUPPORTED",
    () => ({ body: "a=b", headers: { "content-type": "text/plain" } }),
  ],
  ["a body that is too large", "BODY_TOO_LARGE", () => ({ body: order({ note: "x".repeat(70_000) }) })],
  ["a field that nobody asked for", "INPUT_INVALID", () => ({ body: order({ paid: true }) })],
  ["a key that is too short", "INPUT_INVALID", () => ({ body: order({ key: "short" }) })],
  ["a list", "INPUT_INVALID", () => ({ body: [order()] })],
  ["a price of long ago", "PRICE_CHANGED", () => ({ body: order({ expectedTotalFen: 1 }) })],
];

describe("placing an order by its short way", () => {
  it.each(refused)("refuses %s as the long way does (%s), and changes nothing", async (_, code, request) => {
    const before = await trail(stage);
    const made = request();
    const [short, long] = [await post("short", made), await post("long", made)];
    expect(flaws(short, code)).toEqual([]);
    expect(seen(short)).toEqual(seen(long));
    expect(await trail(stage)).toEqual(before);
  });

  it("places, and answers a repeated key with the same order on either way", async () => {
    const body = order();
    const short = await post("short", { body });
    expect(short.status).toBe(200);
    expect(short.headers.get("x-trace-id")).toMatch(/^[0-9a-f]{32}$/);
    expect(seen(await post("long", { body }))).toEqual(seen(short));
    expect(seen(await post("short", { body }))).toEqual(seen(short));
    const { orderId } = (JSON.parse(short.text) as { result: { data: { orderId: string } } }).result.data;
    expect(await lin.api.orders.get.query({ orderId })).toMatchObject({ orderId, version: 1 });
    const other = await post("short", { body: { ...body, note: "不要香菜" } });
    expect(flaws(other, "IDEMPOTENCY_CONFLICT")).toEqual([]);
  });

  it("takes no cookie from other people's pages, and tells browsers that any page may call with a token", async () => {
    const origin = "https://elsewhere.example";
    const cookie = `sanqi_console=${lin.token}`;
    const forged = await post("short", { token: undefined, cookie, headers: { origin }, body: order() });
    expect(flaws(forged, "SESSION_INVALID")).toEqual([]);
    const asked = await fetch(`${stage.url}/orders`, { method: "OPTIONS", headers: { origin } });
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("leaves every other address and method to the rest of the server", async () => {
    expect((await send(`${stage.url}/orders`, { token: lin.token })).status).toBe(404);
    expect((await send(`${stage.url}/ordersx`, { method: "POST", body: order() })).status).toBe(404);
  });
});
