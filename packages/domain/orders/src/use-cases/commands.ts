import { type Clock, err, type OrderId, ok, type Result } from "@sanqi/kernel";
import {
  type Actor,
  accept,
  cancel,
  claim,
  type Decision,
  deliver,
  handOver,
  markReady,
  type Order,
  type OrderError,
  pickUp,
  prepare,
  refuse,
  urge,
  urging,
} from "../domain/index.ts";
import type { Caller, MerchantCaller, OrderUseCases } from "./api.ts";
import type { Decide, OrderStore } from "./ports.ts";

type Deps = { readonly store: OrderStore; readonly clock: Clock };
type Decided = Result<Decision, OrderError>;

export const done = (result: Result<Order, OrderError>) =>
  result.ok ? ok({ orderId: result.value.orderId, version: result.value.version }) : result;
export const student = (caller: Caller): Actor => ({ kind: "student", accountId: caller.accountId });
export const kitchen = (caller: MerchantCaller): Actor => ({
  kind: "merchant",
  accountId: caller.accountId,
  name: caller.name,
  shopIds: caller.shopIds,
});
export const operator = (caller: Caller): Actor => ({
  kind: "operator",
  accountId: caller.accountId,
  name: caller.name,
});
const carrier = (caller: Caller): Actor => ({
  kind: "rider",
  accountId: caller.accountId,
  name: caller.name,
});

/** Somebody else's order does not exist for a student: the answer must not tell whether the id is real. */
export const own =
  (caller: Caller, decide: Decide): Decide =>
  (order) =>
    order.accountId === caller.accountId ? decide(order) : err({ kind: "orderNotFound" });

/** The student says the code; it is compared, and counted, in one statement. */
async function wrongCode(store: OrderStore, tried: Parameters<OrderStore["checkPickupCode"]>[0]) {
  const check = await store.checkPickupCode(tried);
  if (check === "right") return null;
  return err({ kind: check === "locked" ? "pickupCodeLocked" : "pickupCodeWrong" } as const);
}

export function createCommands({
  store,
  clock,
}: Deps): Pick<
  OrderUseCases,
  | "cancel"
  | "urge"
  | "accept"
  | "refuse"
  | "startCooking"
  | "markReady"
  | "handOver"
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
      change(caller, orderId, (order, now) => cancel(order, { actor: operator(caller), now, reason })),
    accept: (caller, orderId) =>
      change(caller, orderId, (order, now) => accept(order, { actor: kitchen(caller), now })),
    refuse: (caller, { orderId, reason }) =>
      change(caller, orderId, (order, now) => refuse(order, { actor: kitchen(caller), now, reason })),
    markReady: (caller, orderId) =>
      change(caller, orderId, (order, now) => markReady(order, { actor: kitchen(caller), now })),
    startCooking: (caller, orderId) =>
      change(caller, orderId, (order, now) => prepare(order, { actor: kitchen(caller), now })),
    async handOver(caller, { orderId, code }) {
      const { campusId } = caller;
      const order = await store.load(campusId, orderId);
      if (!order) return err({ kind: "orderNotFound" });
      // Only the order's own kitchen may try a code at all.
      const allowed = handOver(order, { actor: kitchen(caller), now: clock.now() });
      if (!allowed.ok) return allowed;
      if (order.handover === "pickup") {
        if (code === null) return err({ kind: "pickupCodeWrong" });
        const refused = await wrongCode(store, { campusId, orderId, code, now: clock.now() });
        if (refused) return refused;
      }
      return change(caller, orderId, (o, now) => handOver(o, { actor: kitchen(caller), now }));
    },
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
      const { campusId } = caller;
      const refused = await wrongCode(store, { campusId, orderId, code, now: clock.now() });
      if (refused) return refused;
      return change(caller, orderId, (o, now) => deliver(o, { actor: carrier(caller), now }));
    },
  };
}
