import { err, ok } from "@sanqi/kernel";
import type { PaymentUseCases } from "./api.ts";
import { createQuestions } from "./ask.ts";
import { receiveNotification } from "./notification.ts";
import { type PaymentDeps, prepare } from "./prepare.ts";
import { createMoneyWork, type MoneyWork } from "./refund.ts";

export type * from "./api.ts";
export type * from "./ports.ts";
export type { PaymentDeps } from "./prepare.ts";
export type { MoneyWork } from "./refund.ts";

export function createPaymentUseCases(deps: PaymentDeps): PaymentUseCases & { readonly work: MoneyWork } {
  const questions = createQuestions(deps);
  return {
    prepare: prepare(deps, questions),
    async confirm({ campusId, accountId, paymentId, traceId }) {
      const payment = await deps.store.load(campusId, paymentId);
      if (!payment || payment.accountId !== accountId) return err({ kind: "paymentNotFound" });
      // A closed payment is asked about as well: the person says that money went.
      const open = payment.state === "prepared" || payment.state === "unknown" || payment.state === "closed";
      const now = open ? await questions.askPayment(payment, traceId) : payment;
      return ok({ state: now.state });
    },
    receiveNotification: receiveNotification(deps, questions),
    ofOrder: (campusId, orderId) => deps.store.ofOrder(campusId, orderId),
    work: createMoneyWork(deps, questions),
  };
}
