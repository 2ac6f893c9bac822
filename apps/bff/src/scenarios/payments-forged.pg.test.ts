import { generateKeyPairSync } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { alipayLetter, type Letter, post, type Told, wechatLetter } from "./letters.ts";
import { place } from "./lunch.ts";
import { alarms, booksAreSound, eventsOf, faults, moneyOf, press, untilMoney } from "./money.ts";
import { type Person, type Stage, setStage } from "./stage.ts";
import { trail } from "./unchanged.ts";

let stage: Stage;
let strangersKey: string;
beforeAll(async () => {
  stage = await setStage();
  strangersKey = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
});
afterAll(() => stage?.close());

const platforms = [
  ["wechatPay", "weapp", "lin", wechatLetter],
  ["alipay", "alipay", "chen", alipayLetter],
] as const;

describe.each(platforms)("a notification of %s", (channel, host, key, write) => {
  let student: Person;
  let told: Told;
  let orderId: string;
  beforeAll(async () => {
    student = await stage.as(host, key);
    // Only forged letters arrive here; the sandbox's own would mix with them.
    await faults(stage, { dropNotify: true });
    const order = await place(stage, student);
    orderId = order.orderId;
    const { paymentId, amountFen } = await student.api.payments.prepare.mutate({
      orderId: order.orderId,
      key: crypto.randomUUID(),
    });
    told = { paymentId, amountFen };
    await stage.product.idle();
  });
  afterEach(() => booksAreSound(stage));

  const changesNothing = async (letter: Letter, alarm: string | null, campusId?: string) => {
    const [before, count] = [await trail(stage), alarm === null ? 0 : await alarms(stage, alarm)];
    const answer = await post(stage, channel, letter, campusId);
    expect(answer.accepted).toBe(false);
    expect(answer.text).not.toMatch(/select|insert|\.ts|Error/);
    await stage.product.idle();
    expect(await trail(stage)).toEqual(before);
    expect((await moneyOf(stage, orderId)).payments[0]?.state).toBe("prepared");
    if (alarm !== null) expect(await alarms(stage, alarm)).toBe(count + 1);
  };

  it("signed by a stranger is refused", () =>
    changesNothing(write(stage, { ...told, key: strangersKey }), "notificationForged"));

  it("whose body was changed on the way is refused", async () => {
    const { headers, body } = write(stage, told);
    const changed =
      channel === "alipay"
        ? body.replace("sign_type", "extra=1&sign_type")
        : body.replace("支付成功", "支付成功了");
    expect(changed).not.toBe(body);
    await changesNothing({ headers, body: changed }, "notificationForged");
  });

  it("without a signature, empty, or no letter at all is refused", async () => {
    const { headers, body } = write(stage, told);
    const unsigned = { ...headers, "wechatpay-signature": "" };
    await changesNothing(
      { headers: unsigned, body: body.replace(/sign=[^&]+/, "sign=") },
      "notificationForged",
    );
    await changesNothing({ headers, body: "" }, "notificationForged");
    await changesNothing({ headers: {}, body: "{}" }, "notificationForged");
  });

  it("that was meant for another merchant or app is refused", async () => {
    await changesNothing(write(stage, { ...told, merchant: "2088999999999999" }), "notificationForged");
    await changesNothing(write(stage, { ...told, app: "wx0000000000000000" }), "notificationForged");
  });

  it("that is days old is refused, however genuine it was", () =>
    changesNothing(write(stage, { ...told, at: stage.clock.now() - 3 * 86_400_000 }), "notificationForged"));

  it.each([
    ["one fen too little", -1],
    ["one fen too much", 1],
  ])("of %s raises an alarm and pays nothing", (_what, more) =>
    changesNothing(write(stage, { ...told, amountFen: told.amountFen + more }), "amountMismatch"),
  );

  it("of a payment that nobody knows raises an alarm", () =>
    changesNothing(write(stage, { ...told, paymentId: `pay_${"z".repeat(20)}` }), "paymentUnknown"));

  it("sent to another campus raises an alarm and pays nothing here", () =>
    changesNothing(write(stage, told), "paymentUnknown", `cmp_${"z".repeat(20)}`));

  if (channel === "wechatPay")
    it("in another currency raises an alarm and pays nothing", () =>
      changesNothing(write(stage, { ...told, currency: "USD" }), "amountMismatch"));

  it("that is genuine is taken, and replayed it changes nothing more", async () => {
    await press(stage, channel, told.paymentId, "pay");
    const letter = write(stage, told);
    expect((await post(stage, channel, letter)).accepted).toBe(true);
    await stage.product.idle();
    expect((await moneyOf(stage, orderId)).payments[0]?.state).toBe("paid");
    const before = await trail(stage);
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(stage, channel, letter)));
    expect(answers.every((a) => a.accepted)).toBe(true);
    await stage.product.idle();
    expect(await trail(stage)).toEqual(before);
    expect(await eventsOf(stage, orderId, "payment.succeeded")).toBe(1);
  });

  it("that is replayed after the refund leaves the money where it went", async () => {
    await student.api.orders.cancel.mutate({ orderId: orderId as never, reason: "" });
    await untilMoney(stage, orderId, ({ refunds }) => refunds[0]?.state === "succeeded");
    const before = await trail(stage);
    expect((await post(stage, channel, write(stage, told))).accepted).toBe(true);
    await stage.product.idle();
    expect(await trail(stage)).toEqual(before);
    expect(await student.api.orders.get.query({ orderId: orderId as never })).toMatchObject({
      stage: "cancelled",
      payment: "refunded",
    });
  });
});
