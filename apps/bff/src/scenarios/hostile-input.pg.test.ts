import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Access } from "../rpc/procedures.ts";
import { callOnce, consoleCookie, type Key, type Procedure, procedures } from "./callers.ts";
import { placeAndPay } from "./lunch.ts";
import { flaws } from "./raw-calls.ts";
import { type Stage, setStage } from "./stage.ts";

let stage: Stage;
const keys: Partial<Record<Access, Key>> = {};
const real: Record<string, string> = {};
beforeAll(async () => {
  stage = await setStage();
  const lin = await stage.as("weapp", "lin");
  keys.anyone = {};
  keys.signedIn = { token: lin.token };
  keys.merchant = { token: (await stage.as("weapp", "chef-tinglan")).token };
  keys.rider = { token: (await stage.as("weapp", "rider-zhou")).token };
  keys.counselor = { token: (await stage.as("dd", "counselor-su")).token };
  keys.operator = { cookie: (await consoleCookie(stage)).cookie };
  real.orderId = await placeAndPay(stage, lin);
  real.campusId = stage.ids.campusId;
  real.shopId = stage.ids.shops.of("dumplings");
  real.placeId = stage.ids.places.of("澜园2号楼");
  real.dishId = stage.ids.dishes.of(stage.ids.dishes.keys.find((k) => k.startsWith("dumplings/")) ?? "");
  real.accountId = (await lin.api.identity.me.query()).session.accountId;
  const [payment] = await stage.sql<{ paymentId: string }[]>`select payment_id from payment limit 1`;
  const [event] = await stage.sql<{ eventId: string }[]>`select event_id from outbox limit 1`;
  const [alert] = await stage.sql<{ alertId: string }[]>`select alert_id from alert limit 1`;
  Object.assign(real, payment, event, alert, {
    key: "0123456789abcdef",
    code: "1234",
    day: "2026-11-22",
    contactPhone: "13800138000",
  });
});
afterAll(() => stage?.close());

type Shape = {
  type?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  enum?: unknown[];
  minimum?: number;
};

/** A plausible value of a schema: real ids where the field's name says which. */
function sample(shape: Shape, name = ""): unknown {
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf) return sample(shape.anyOf[0] ?? {}, name);
  if (shape.type === "object")
    return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([k, s]) => [k, sample(s, k)]));
  if (shape.type === "array") return [sample(shape.items ?? {}, name)];
  if (shape.type === "boolean") return false;
  if (shape.type === "integer" || shape.type === "number") return Math.max(1, shape.minimum ?? 1);
  return real[name] ?? "x";
}

const hostile: unknown[] = [
  "\u0000",
  "a\u0000b",
  "\ud800",
  "'; drop table orders; --",
  "{{7*7}}",
  "x".repeat(5000),
  "",
  null,
  true,
  -1,
  0,
  1e308,
  9_007_199_254_740_991,
  2_147_483_648,
  1.5,
  [],
  {},
  [[[[]]]],
  { toString: 1, constructor: 1 },
];

/** The same input again and again, each time with one hostile value in one place. */
function* spoiled(value: unknown): Generator<unknown> {
  yield* hostile;
  if (Array.isArray(value)) for (const inner of spoiled(value[0])) yield [inner];
  else if (typeof value === "object" && value !== null)
    for (const [key, old] of Object.entries(value))
      for (const inner of spoiled(old)) yield { ...value, [key]: inner };
}

const withInput = procedures.filter((p) => p.input !== undefined && p.type !== "subscription");
const plausible = (procedure: Procedure): Record<string, unknown> =>
  sample(
    z.toJSONSchema(procedure.input as z.ZodType, { io: "input", unrepresentable: "any" }) as Shape,
  ) as Record<string, unknown>;

describe.each(withInput)("$path", (procedure) => {
  const key = () => keys[procedure.access ?? "anyone"] ?? {};

  it("answers every hostile value with a stable code, never with a fault of its own", async () => {
    const base = plausible(procedure);
    const faults: string[] = [];
    const codes = new Set<string>();
    for (const input of spoiled(base)) {
      const answer = await callOnce(stage, procedure, key(), input);
      const code = answer.error?.code ?? "ok";
      codes.add(code);
      if (code === "INTERNAL" || answer.status >= 500)
        faults.push(`${code} for ${JSON.stringify(input)?.slice(0, 200)}`);
      else if (answer.error) faults.push(...flaws(answer, code));
    }
    expect(faults).toEqual([]);
    // A procedure that refuses nothing does not look at its input.
    expect(codes).toContain("INPUT_INVALID");
  });

  it("refuses a field that it does not know", async () => {
    const input = { ...plausible(procedure), surprise: 1 };
    expect(flaws(await callOnce(stage, procedure, key(), input), "INPUT_INVALID")).toEqual([]);
  });
});

describe("afterwards", () => {
  it("the product still works and logged no fault", async () => {
    const lin = await stage.as("weapp", "lin");
    expect((await lin.api.orders.get.query({ orderId: real.orderId as never })).orderId).toBe(real.orderId);
    expect(stage.logLines.filter((line) => line.includes('"call failed"'))).toEqual([]);
  });
});
