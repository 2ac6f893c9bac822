import { type Clock, err, type OrderId, ok, type Result } from "@sanqi/kernel";
import {
  type Actor,
  accept,
  cancel,
  claim,
  complete,
  type Decision,
  deliver,
  markReady,
  type Order,
  type OrderError,
  pickUp,
  refuse,
  urge,
  urging,
} from "../domain/index.ts";
import type { Caller, MerchantCaller, OrderUseCases } from "./api.ts";
import type { Decide, OrderStore } from "./ports.ts";

type Deps = { readonly store: OrderStore; readonly clock: Clock };
type Decided = Result<Decision, OrderError>;

const done = (result: Result<Order, OrderError>) =>
  result.ok ? ok({ orderId: result.value.orderId, version: result.value.version }) : result;
const student = (caller: Caller): Actor => ({ kind: "student", accountId: caller.accountId });
const kitchen = (caller: MerchantCaller): Actor => ({
  kind: "merchant",
  accountId: caller.accountId,
  name: caller.name,
  shopIds: caller.shopIds,
});
const carrier = (caller: Caller): Actor => ({
  kind: "rider",
  accountId: caller.accountId,
  name: caller.name,
});

/** Somebody else's order does not exist for a student: the answer must not tell whether the id is real. */
const own =
  (caller: Caller, decide: Decide): Decide =>
  (order) =>
    order.accountId === caller.accountId ? decide(order) : err({ kind: "orderNotFound" });

export function createCommands({
  store,
  clock,
}: Deps): Pick<
  OrderUseCases,
  | "cancel"
  | "urge"
  | "rate"
  | "accept"
  | "refuse"
  | "markReady"
  | "claim"
  | "pickUp"
  | "deliver"
  | "operatorCancel"
> {
  const change = async (caller: Caller, orderId: OrderId, decide: (order: Order, now: number) => Decided) =>
    done(
      await store.change({ campusId: caller.campusId, orderId, traceId: caller.traceId }, (order) =>
        decide(order, clock.now()),
      ),
    );
  return {
    cancel: (caller, { orderId, reason }) =>
      change(caller, orderId, (order, now) =>
        own(caller, (o) => cancel(o, { actor: student(caller), now, reason }))(order),
      ),
    async urge(caller, orderId) {
      const { campusId, traceId } = caller;
      const now = clock.now();
      const urged = await store.change(
        { campusId, orderId, traceId },
        own(caller, (order) => urge(order, { actor: student(caller), now })),
      );
      if (!urged.ok) return urged;
      return ok({ orderId, version: urged.value.version, ...urging(urged.value, now) });
    },
    operatorCancel: (caller, { orderId, reason }) =>
      change(caller, orderId, (order, now) =>
        cancel(order, {
          actor: { kind: "operator", accountId: caller.accountId, name: caller.name },
          now,
          reason,
        }),
      ),
    accept: (caller, orderId) =>
      change(caller, orderId, (order, now) => accept(order, { actor: kitchen(caller), now })),
    refuse: (caller, { orderId, reason }) =>
      change(caller, orderId, (order, now) => refuse(order, { actor: kitchen(caller), now, reason })),
    markReady: (caller, orderId) =>
      change(caller, orderId, (order, now) => markReady(order, { actor: kitchen(caller), now })),
    claim: (caller, orderId) =>
      change(caller, orderId, (order, now) => claim(order, { actor: carrier(caller), now })),
    pickUp: (caller, orderId) =>
      change(caller, orderId, (order, now) => pickUp(order, { actor: carrier(caller), now })),
    async deliver(caller, { orderId, code }) {
      const order = await store.load(caller.campusId, orderId);
      // Only the carrying rider may try a code at all.
      if (!order) return err({ kind: "orderNotFound" });
      const allowed = deliver(order, { actor: carrier(caller), now: clock.now() });
      if (!allowed.ok) return allowed;
      const check = await store.checkPickupCode({
        campusId: caller.campusId,
        orderId,
        code,
        now: clock.now(),
      });
      if (check === "locked") return err({ kind: "pickupCodeLocked" });
      if (check === "wrong") return err({ kind: "pickupCodeWrong" });
      return change(caller, orderId, (o, now) => deliver(o, { actor: carrier(caller), now }));
    },
    async rate(caller, { orderId, stars, comment }) {
      const order = await store.load(caller.campusId, orderId);
      if (!order || order.accountId !== caller.accountId) return err({ kind: "orderNotFound" });
      if (order.fulfilment !== "delivered" && order.fulfilment !== "completed") {
        return err({ kind: "transitionRefused", from: order.fulfilment, command: "rate" });
      }
      const review = {
        campusId: caller.campusId,
        orderId,
        shopId: order.shop.shopId,
        accountId: caller.accountId,
        stars,
        comment,
        at: clock.now(),
      };
      if (!(await store.rate(review))) return err({ kind: "alreadyRated" });
      if (order.fulfilment === "completed") return ok({ orderId, version: order.version });
      return change(caller, orderId, (o, now) => complete(o, { actor: student(caller), now }));
    },
  };
}
