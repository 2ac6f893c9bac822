import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consoleCookie } from "./callers.ts";
import { placeAndPay } from "./lunch.ts";
import { faults, refundedInFull, untilMoney } from "./money.ts";
import { mutate, send } from "./raw-calls.ts";
import { type Stage, setStage } from "./stage.ts";

let stage: Stage;
const secrets: string[] = [];
const personal: string[] = [];
const say = (what: unknown, into: string[]) => {
  if (typeof what === "string" && what.length >= 4) into.push(what);
};

beforeAll(async () => {
  stage = await setStage();
  const cook = await stage.as("weapp", "chef-tinglan");
  const rider = await stage.as("weapp", "rider-zhou");
  secrets.push(cook.token, rider.token, stage.product.consolePassword ?? "no password");
  const { cookie } = await consoleCookie(stage);
  secrets.push(cookie.split("=")[1] ?? "no cookie");
  for (const [host, key] of [
    ["weapp", "lin"],
    ["alipay", "chen"],
    ["dd", "zhao"],
  ] as const) {
    const student = await stage.as(host, key);
    secrets.push(student.token);
    const orderId = await placeAndPay(stage, student);
    await cook.api.merchant.accept.mutate({ orderId });
    await rider.api.rider.claim.mutate({ orderId });
    await cook.api.merchant.ready.mutate({ orderId });
    await rider.api.rider.pickUp.mutate({ orderId });
    const { pickupCode } = await student.api.orders.get.query({ orderId });
    await mutate(
      stage,
      "rider.deliver",
      { orderId, code: pickupCode === "0000" ? "1111" : "0000" },
      rider.token,
    );
    await student.api.delivery.dial.mutate({ orderId });
    await rider.api.rider.deliver.mutate({ orderId, code: pickupCode ?? "" });
    say(pickupCode, secrets);
    // Things that go wrong are logged most of all.
    const refunded = await placeAndPay(stage, student);
    await faults(stage, { wechatPayDown: true, alipayDown: true });
    await student.api.orders.cancel.mutate({ orderId: refunded, reason: "电话13800138000" });
    await stage.product.idle();
    await faults(stage, { wechatPayDown: false, alipayDown: false });
    await untilMoney(stage, refunded, refundedInFull);
  }
  await mutate(stage, "identity.login", {
    campusId: stage.ids.campusId,
    host: "weapp",
    code: "a-log-in-code-that-is-wrong",
    device: "test",
  });
  secrets.push("a-log-in-code-that-is-wrong");
  // A fault of our own: the error itself is logged.
  await send(`${stage.url}/callbacks/wechat-pay/${stage.ids.campusId}`, { body: '{"phone":"13800138000"}' });
  await stage.product.idle();
  const subjects = await stage.sql<
    { subject: string; unionId: string | null }[]
  >`select subject, union_id from identity`;
  for (const { subject, unionId } of subjects) {
    say(subject, personal);
    say(unionId, personal);
  }
  for (const { name, studentNumber } of await stage.sql<{ name: string; studentNumber: string }[]>`
    select name, student_number from student_record`) {
    say(studentNumber, personal);
    if (name.length >= 3) personal.push(name);
  }
  for (const [name, value] of Object.entries(stage.env))
    if (/SECRET|PRIVATE_KEY|APIV3_KEY|AES_KEY/.test(name))
      secrets.push(
        value
          .replace(/-----[^-]+-----/g, "")
          .trim()
          .slice(0, 60),
      );
});
afterAll(() => stage?.close());

describe("the logs of whole lunches, at level debug", () => {
  it("exist, one JSON object a line, with trace ids where something failed", () => {
    expect(stage.logLines.length).toBeGreaterThan(60);
    const lines = stage.logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const failed = lines.filter((line) => line.msg === "event not handled");
    expect(failed.length).toBeGreaterThan(0);
    for (const line of failed) expect(line.traceId).toMatch(/^[0-9a-f]{32}$/);
    const calls = lines.filter((line) => line.msg === "call");
    expect(calls.map((c) => `${c.path} ${c.outcome}`)).toEqual(
      expect.arrayContaining([
        "orders.place ok",
        "rider.deliver PICKUP_CODE_WRONG",
        "identity.login LOGIN_CODE_REFUSED",
      ]),
    );
  });

  it("hold no phone number", () => {
    expect(stage.logLines.filter((line) => /(?<!\d)1[3-9]\d{9}(?!\d)/.test(line))).toEqual([]);
  });

  it("hold no token, code, password or key", () => {
    const all = stage.logLines.join("");
    // A pick-up code is four digits, which times and ports also have: it counts only where it stands for itself.
    const found = secrets.filter((secret) =>
      /^\d{4}$/.test(secret) ? new RegExp(`[":= ]${secret}["', }]`).test(all) : all.includes(secret),
    );
    expect(secrets.length).toBeGreaterThan(12);
    expect(found).toEqual([]);
  });

  it("hold nobody's platform id, name or student number", () => {
    const all = stage.logLines.join("");
    expect(personal.length).toBeGreaterThan(20);
    expect(personal.filter((text) => all.includes(text))).toEqual([]);
  });
});
