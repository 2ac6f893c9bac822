import { createPrivateKey } from "node:crypto";
import { day, toId } from "@sanqi/kernel";
import { beforeEach, describe, expect, it } from "vitest";
import { createAlipayGateway } from "./payment-gateway.ts";
import { requestMessage, signText } from "./sign.ts";
import { noon, sdk, testConfig, testDeps, testKeys } from "./test-config.ts";

const paymentId = toId("payment", "pay_0123456789abcdefghij");
const { clock, deps } = testDeps();
const gateway = createAlipayGateway(testConfig("http://127.0.0.1:9"), deps);
beforeEach(() => clock.set(noon));

const paid: Record<string, string> = {
  notify_time: "2025-11-22 12:00:00",
  notify_type: "trade_status_sync",
  notify_id: "notify-1",
  app_id: "2021000000000001",
  seller_id: "2088000000000001",
  charset: "utf-8",
  version: "1.0",
  trade_no: "2025112200001",
  out_trade_no: paymentId,
  trade_status: "TRADE_SUCCESS",
  total_amount: "24.05",
  subject: "红烧肉 100% +1 & 汤",
  fund_bill_list: '[{"amount":"24.05","fundChannel":"ALIPAYACCOUNT"}]',
  gmt_payment: "2025-11-22 11:59:59",
};

function arriving(fields: Record<string, string>) {
  const sign = signText(requestMessage(fields), createPrivateKey(testKeys.alipay.privateKey));
  return {
    headers: {},
    body: Buffer.from(new URLSearchParams({ ...fields, sign, sign_type: "RSA2" }).toString()),
  };
}
const kindOf = (raw: ReturnType<typeof arriving>) => {
  const read = gateway.readNotification(raw);
  return read.ok ? read.value.kind : read.error.kind;
};

describe("a genuine notification", () => {
  it("tells a payment", () => {
    const raw = arriving(paid);
    expect(sdk("app").checkNotifySignV2(Object.fromEntries(new URLSearchParams(raw.body.toString())))).toBe(
      true,
    );
    expect(gateway.readNotification(raw)).toEqual({
      ok: true,
      value: {
        kind: "payment",
        notificationId: "notify-1",
        payment: {
          paymentId,
          state: "paid",
          transactionId: "2025112200001",
          amount: 2405,
          currency: "CNY",
          paidAt: noon - 1000,
        },
      },
    });
    expect(kindOf(arriving({ ...paid, trade_status: "TRADE_FINISHED" }))).toBe("payment");
  });

  it("never counts as a payment when it tells of a refund", () => {
    expect(kindOf(arriving({ ...paid, refund_fee: "10.00" }))).toBe("ignored");
    expect(kindOf(arriving({ ...paid, gmt_refund: "2025-11-22 12:00:00.000" }))).toBe("ignored");
  });

  it("is left alone where nothing was paid or it is not ours", () => {
    for (const status of ["WAIT_BUYER_PAY", "TRADE_CLOSED"]) {
      expect(kindOf(arriving({ ...paid, trade_status: status }))).toBe("ignored");
    }
    expect(kindOf(arriving({ ...paid, out_trade_no: "other-system" }))).toBe("ignored");
    expect(kindOf(arriving({ ...paid, notify_type: "servicewindow_notify" }))).toBe("ignored");
  });

  it("comes again for a day", () => {
    clock.advance(2 * day);
    expect(kindOf(arriving(paid))).toBe("payment");
    clock.advance(1000);
    expect(kindOf(arriving(paid))).toBe("notificationStale");
  });
});

describe("a notification is refused", () => {
  it("when a value, a name or the signature was changed", () => {
    const form = new URLSearchParams(arriving(paid).body.toString());
    for (const name of form.keys()) {
      const changed = new URLSearchParams(form);
      changed.set(name, `${form.get(name)}1`);
      expect(kindOf({ headers: {}, body: Buffer.from(changed.toString()) })).toBe("notificationForged");
    }
    const more = new URLSearchParams({ ...Object.fromEntries(form), extra: "1" });
    expect(kindOf({ headers: {}, body: Buffer.from(more.toString()) })).toBe("notificationForged");
  });

  it("when it is meant for somebody else", () => {
    expect(kindOf(arriving({ ...paid, app_id: "2021000000000002" }))).toBe("notificationForged");
    expect(kindOf(arriving({ ...paid, seller_id: "2088000000000002" }))).toBe("notificationForged");
    const { seller_id: _, ...noSeller } = paid;
    expect(kindOf(arriving(noSeller))).toBe("notificationForged");
  });

  it("when it makes no sense", () => {
    const body = (text: string) => ({ headers: {}, body: Buffer.from(text) });
    for (const text of ["", "not a form", '{"sign":1}'])
      expect(kindOf(body(text))).toBe("notificationMalformed");
    expect(kindOf(body(`${arriving(paid).body}&total_amount=0.01`))).toBe("notificationMalformed");
    for (const amount of ["0.00", "-24.05", "24.051", "1e3", "24,05"]) {
      expect(kindOf(arriving({ ...paid, total_amount: amount }))).toBe("notificationMalformed");
    }
    expect(kindOf(arriving({ ...paid, notify_time: "today" }))).toBe("notificationMalformed");
    const { trade_no: _, ...noTrade } = paid;
    expect(kindOf(arriving(noTrade))).toBe("notificationMalformed");
  });
});
