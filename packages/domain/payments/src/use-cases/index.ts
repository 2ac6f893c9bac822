import type { PaymentUseCases } from "./api.ts";
import { createQuestions } from "./ask.ts";
import { createBreakers } from "./breakers.ts";
import { receiveNotification } from "./notification.ts";
import { orderMoney } from "./order-money.ts";
import { payCodes } from "./pay-code.ts";
import { openCashier, type PaymentDeps, prepare } from "./prepare.ts";
import { createMoneyWork, type MoneyWork } from "./refund.ts";

export type * from "./api.ts";
export type { PlatformHealth } from "./breakers.ts";
export type * from "./ports.ts";
export type { PaymentDeps } from "./prepare.ts";
export type { MoneyWork } from "./refund.ts";
export { createSharing, type ShareReceiverView, type SharingDeps, type SharingUseCases } from "./sharing.ts";
export { planningShares, sharingGateways } from "./sharing-around-payments.ts";
export type { ShareSettlement, SharingOperator, StuckShare } from "./sharing-by-hand.ts";
export type * from "./sharing-ports.ts";
export { createShippingWork, type ShippingDeps, type ShippingWork, shippingRules } from "./shipping.ts";
export type * from "./shipping-ports.ts";

export function createPaymentUseCases(deps: PaymentDeps): PaymentUseCases & { readonly work: MoneyWork } {
  const breakers = createBreakers(deps);
  const serving = { ...deps, gateways: breakers.serving };
  const questions = createQuestions(serving);
  const cashier = openCashier(serving, { ...questions, admits: breakers.admits });
  const asking = createQuestions({ ...deps, gateways: breakers.probing });
  return {
    prepare: prepare(serving, cashier),
    ...payCodes(serving, cashier),
    ...orderMoney(serving, questions),
    receiveNotification: receiveNotification(serving, questions),
    health: breakers.health,
    ofOrder: (campusId, orderId) => deps.store.ofOrder(campusId, orderId),
    work: createMoneyWork(serving, { questions, asking, breakers }),
  };
}
