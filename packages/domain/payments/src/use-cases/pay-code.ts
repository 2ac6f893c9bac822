import { createHash, timingSafeEqual } from "node:crypto";
import { type AccountId, type CampusId, err, ok, type Result } from "@sanqi/kernel";
import { newPayCode, type PayCode, type PaymentError, triesWindow, typedPayCode } from "../domain/index.ts";
import type { PayCodeUseCases } from "./api.ts";
import type { PayableOrder } from "./ports.ts";
import type { OpenCashier, PaymentDeps } from "./prepare.ts";

type Held = { readonly code: PayCode; readonly order: PayableOrder };
type Holder = { readonly campusId: CampusId; readonly accountId: AccountId; readonly code: string };

/** An order made in one host, paid in another, by whoever holds its code. What is refused comes back to that person. */
export function payCodes(deps: PaymentDeps, openCashier: OpenCashier): PayCodeUseCases {
  const { store, orders, clock } = deps;

  return {
    async payCode({ campusId, accountId, orderId }) {
      const order = await orders.payable(campusId, accountId, orderId);
      const now = clock.now();
      if (!order || order.payBy <= now) return err({ kind: "orderNotPayable" });
      const code = newPayCode(deps.random);
      const issued: PayCode = {
        campusId,
        codeHash: hashOf(campusId, code),
        orderId,
        accountId,
        createdAt: now,
        expiresAt: order.payBy,
      };
      if (!(await store.addPayCode(issued))) return err({ kind: "tooManyAttempts", retryAt: order.payBy });
      return ok({ code, path: `pages/order/pay-for/index?code=${code}`, payBy: order.payBy });
    },

    async byCode(holder) {
      const held = await hold(holder);
      if (!held.ok) return held;
      const { shopName, shopNameEn, orderNo, amountFen, payBy } = held.value.order;
      return ok({ shopName, shopNameEn, orderNo, amountFen, payBy });
    },

    async prepareByCode(request) {
      const held = await hold(request);
      if (!held.ok) return held;
      const { code, order } = held.value;
      const opened = await openCashier({ ...request, orderId: code.orderId }, order);
      if (opened.ok)
        await store.notePayCodeUse(code, { paymentId: opened.value.paymentId, usedAt: clock.now() });
      return opened;
    },
  };

  /** What the code is for. Every try counts until it turns out right, so that many at once do not pass the limit. */
  async function hold({ campusId, accountId, code }: Holder): Promise<Result<Held, PaymentError>> {
    const now = clock.now();
    const since = await store.countPayCodeTry(campusId, accountId, now);
    if (since !== null) return err({ kind: "tooManyAttempts", retryAt: since + triesWindow });
    const typed = typedPayCode(code);
    const wanted = hashOf(campusId, typed ?? "");
    const found = await store.payCode(campusId, wanted);
    if (!typed || !found || !sameHash(found.codeHash, wanted) || found.expiresAt <= now)
      return err({ kind: "payCodeInvalid" });
    await store.forgivePayCodeTry(campusId, accountId);
    const order = await orders.payable(campusId, found.accountId, found.orderId);
    return order ? ok({ code: found, order }) : err({ kind: "orderNotPayable" });
  }
}

const hashOf = (campusId: CampusId, code: string): string =>
  createHash("sha256").update(`${campusId} ${code}`).digest("hex");
const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
