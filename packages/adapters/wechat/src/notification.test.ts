import { minute, toId } from "@sanqi/kernel";
import { beforeEach, describe, expect, it } from "vitest";
import { createWechatPayGateway } from "./payment-gateway.ts";
import { noon, testConfig, testDeps } from "./test-config.ts";
import { notification, signedHeaders } from "./test-pay-host.ts";

const paymentId = toId("payment", "pay_0123456789abcdefghij");
const refundId = toId("refund", "rfd_0123456789abcdefghij");
const { clock, deps } = testDeps();
const gateway = createWechatPayGateway(testConfig("http://127.0.0.1:9"), deps);
beforeEach(() => clock.set(noon));

const paid = {
  appid: "wxtest0000000001",
  mchid: "1900000001",
  out_trade_no: paymentId,
  transaction_id: "4200001",
  trade_type: "JSAPI",
  trade_state: "SUCCESS",
  success_time: "2025-11-22T11:59:59+08:00",
  payer: { openid: "openid-lin" },
  amount: { total: 2450, payer_total: 2450, currency: "CNY", payer_currency: "CNY" },
};
const refunded = {
  mchid: "1900000001",
  out_trade_no: paymentId,
  transaction_id: "4200001",
  out_refund_no: refundId,
  refund_id: "5030001",
  refund_status: "SUCCESS",
  success_time: "2025-11-22T11:59:59+08:00",
  amount: { total: 2450, refund: 1000, payer_total: 2450, payer_refund: 1000 },
};
const success = "TRANSACTION.SUCCESS";
const kindOf = (raw: ReturnType<typeof notification>) => {
  const read = gateway.readNotification(raw);
  return read.ok ? read.value.kind : read.error.kind;
};

describe("a genuine notification", () => {
  it("tells a payment", () => {
    expect(gateway.readNotification(notification(success, paid, noon))).toEqual({
      ok: true,
      value: {
        kind: "payment",
        notificationId: "notification-1",
        payment: {
          paymentId,
          state: "paid",
          transactionId: "4200001",
          amount: 2450,
          currency: "CNY",
          paidAt: noon - 1000,
        },
      },
    });
  });

  it.each([
    ["REFUND.SUCCESS", "SUCCESS", "succeeded"],
    ["REFUND.ABNORMAL", "ABNORMAL", "abnormal"],
    ["REFUND.CLOSED", "CLOSED", "closed"],
  ])("tells a refund: %s", (event, status, state) => {
    expect(
      gateway.readNotification(notification(event, { ...refunded, refund_status: status }, noon)),
    ).toEqual({
      ok: true,
      value: {
        kind: "refund",
        notificationId: "notification-1",
        paymentId,
        refund: { refundId, state, amount: 1000 },
      },
    });
  });

  it("is left alone where it concerns nobody here", () => {
    expect(kindOf(notification("PAYSCORE.USER_OPEN_SERVICE", paid, noon))).toBe("ignored");
    expect(kindOf(notification(success, { ...paid, out_trade_no: "other-system-1" }, noon))).toBe("ignored");
    expect(kindOf(notification(success, { ...paid, trade_state: "NOTPAY" }, noon))).toBe("ignored");
  });
});

describe("a notification is refused", () => {
  it("when anything of it was changed", () => {
    const raw = notification(success, paid, noon);
    for (let i = 0; i < raw.body.length; i += 7) {
      const body = Buffer.from(raw.body);
      body[i] = (body[i] ?? 0) ^ 1;
      expect(kindOf({ ...raw, body })).toBe("notificationForged");
    }
    for (const name of Object.keys(raw.headers)) {
      expect(kindOf({ ...raw, headers: { ...raw.headers, [name]: "x" } })).toBe("notificationForged");
      expect(kindOf({ ...raw, headers: { ...raw.headers, [name]: "" } })).toBe("notificationForged");
    }
    const probe = {
      ...raw.headers,
      "wechatpay-signature": `WECHATPAY/SIGNTEST/${raw.headers["wechatpay-signature"]}`,
    };
    expect(kindOf({ ...raw, headers: probe })).toBe("notificationForged");
  });

  it("when it comes at the wrong time", () => {
    const raw = notification(success, paid, noon);
    clock.advance(5 * minute);
    expect(kindOf(raw)).toBe("payment");
    clock.advance(1000);
    expect(kindOf(raw)).toBe("notificationStale");
  });

  it("when it is meant for somebody else", () => {
    expect(kindOf(notification(success, { ...paid, mchid: "1900000002" }, noon))).toBe("notificationForged");
    expect(kindOf(notification(success, { ...paid, appid: "wxother" }, noon))).toBe("notificationForged");
    expect(kindOf(notification("REFUND.SUCCESS", { ...refunded, mchid: "1" }, noon))).toBe(
      "notificationForged",
    );
  });

  it("when it is signed and makes no sense", () => {
    for (const text of [
      "",
      "not json",
      "{}",
      '{"id":"1","event_type":"TRANSACTION.SUCCESS","resource":{}}',
    ]) {
      expect(kindOf({ headers: signedHeaders(text, noon), body: Buffer.from(text) })).toBe(
        "notificationMalformed",
      );
    }
    for (const amount of [undefined, { total: 24.5 }, { total: 0 }, { total: -1 }, { total: "2450" }]) {
      expect(kindOf(notification(success, { ...paid, amount }, noon))).toBe("notificationMalformed");
    }
    expect(kindOf(notification("REFUND.SUCCESS", { ...refunded, refund_status: "NEW" }, noon))).toBe(
      "notificationMalformed",
    );
  });
});
