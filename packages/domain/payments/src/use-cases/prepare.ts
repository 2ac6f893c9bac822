import { type Clock, err, fen, type Ids, ok } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import { nextQuestion, type Payment } from "../domain/index.ts";
import type { PaymentUseCases } from "./api.ts";
import type { Questions } from "./ask.ts";
import type { Breakers } from "./breakers.ts";
import type { Alarms, Channel, Gateways, PayableOrder, PayableOrders, PaymentStore } from "./ports.ts";

export type PaymentDeps = {
  readonly store: PaymentStore;
  readonly gateways: Gateways;
  readonly orders: PayableOrders;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Where a platform sends its notifications; the campus is part of the path. */
  readonly notifyUrl: (campusId: string, channel: Channel) => string;
  readonly alarms: Alarms;
  /** Milliseconds of a clock that only runs forward, for durations. */
  readonly stopwatch: () => number;
  /** Fills an array with random bytes, for codes: `crypto.getRandomValues`. */
  readonly random: (bytes: Uint8Array) => unknown;
};

const channelOf = (host: Payment["host"]): Channel => (host === "weapp" ? "wechatPay" : "alipay");

/** Money is asked for a little shorter than the order is kept, so that the platform closes first. */
const safetyMs = 5_000;

export const prepare =
  (deps: PaymentDeps, openCashier: OpenCashier): PaymentUseCases["prepare"] =>
  async (request) => {
    const order = await deps.orders.payable(request.campusId, request.accountId, request.orderId);
    return order ? openCashier(request, order) : err({ kind: "orderNotPayable" });
  };

/** Opens the payer's cashier on their host for what the order owes; the payer need not be who placed it. */
export type OpenCashier = (
  request: Parameters<PaymentUseCases["prepare"]>[0],
  order: PayableOrder,
) => ReturnType<PaymentUseCases["prepare"]>;

export const openCashier =
  (
    deps: PaymentDeps,
    {
      askPayment,
      closePayment,
      admits,
    }: Pick<Questions, "askPayment" | "closePayment"> & Pick<Breakers, "admits">,
  ): OpenCashier =>
  async (request, order) => {
    const { campusId, accountId, orderId, host, traceId } = request;
    const now = deps.clock.now();
    if (order.payBy - safetyMs <= now) return err({ kind: "orderNotPayable" });
    const paused = (channel: Channel) => err({ kind: "paymentPaused", channel, payBy: order.payBy } as const);
    if (!admits(channelOf(host))) return paused(channelOf(host));
    const wanted: Payment = {
      campusId,
      orderId,
      accountId,
      host,
      paymentId: deps.ids.next("payment"),
      channel: channelOf(host),
      amountFen: order.amountFen,
      refundedFen: fen(0),
      state: "prepared",
      transactionId: null,
      expiresAt: order.payBy - safetyMs,
      createdAt: now,
      paidAt: null,
    };
    // Stored before the platform hears of it: a notification can never arrive for a payment that we do not know.
    let opened = await deps.store.open(wanted, request.key);
    if (opened.kind === "busy") {
      // The person moved to another host, or another person pays: the old cashier is closed first, and may turn out paid.
      await closePayment(opened.payment, traceId);
      opened = await deps.store.open(wanted, request.key);
    }
    if (opened.kind === "otherOrder") return err({ kind: "idempotencyConflict" });
    if (opened.kind === "paid") return err({ kind: "orderNotPayable" });
    if (opened.kind === "busy") {
      const { channel } = opened.payment;
      return admits(channel) ? err({ kind: "platformUnavailable" }) : paused(channel);
    }
    const { payment } = opened;
    reach("payment.stored");
    const prepared = await deps.gateways[payment.channel].prepare({
      paymentId: payment.paymentId,
      host,
      payer: request.payer,
      amount: payment.amountFen,
      description: `${order.shopName} ${order.orderNo}`,
      expiresAt: payment.expiresAt,
      notifyUrl: deps.notifyUrl(campusId, payment.channel),
    });
    reach("payment.prepared");
    if (prepared.ok) {
      // The order may have ended while the platform was thinking: its cashier must not open then.
      const still = await deps.store.load(campusId, payment.paymentId);
      if (still?.state !== "prepared" && still?.state !== "unknown") return err({ kind: "orderNotPayable" });
      await deps.store.askLater(campusId, payment.paymentId, nextQuestion(now, 0));
      const { params } = prepared.value;
      return ok({
        paymentId: payment.paymentId,
        params,
        amountFen: payment.amountFen,
        expiresAt: payment.expiresAt,
      });
    }
    if (prepared.error.kind === "gatewayRefused") {
      await askPayment(payment, traceId);
      return err({ kind: "platformRefused", code: prepared.error.code });
    }
    await deps.store.markUnknown(campusId, payment.paymentId, nextQuestion(now, 0));
    return err({ kind: "platformUnavailable" });
  };
