import { type CampusId, type Clock, err, type OrderId, ok } from "@sanqi/kernel";
import { callLife, isReusable } from "../domain/index.ts";
import type { CallEnding, DeliveryUseCases } from "./api.ts";
import type { CallParties, DeliveryStore, NumberRelay } from "./ports.ts";

export type CallDeps = {
  readonly store: DeliveryStore;
  readonly clock: Clock;
  readonly parties: CallParties;
  readonly relay: NumberRelay;
};

/** Student and rider reach each other through a relay while the order runs. */
export function createCalls(deps: CallDeps): Pick<DeliveryUseCases, "call"> & CallEnding {
  const { store, clock, parties, relay } = deps;
  const calls: Pick<DeliveryUseCases, "call"> & CallEnding = {
    async call({ campusId, orderId, caller }) {
      const found = await parties.of(campusId, orderId, caller);
      if (!found) return err({ kind: "orderNotFound" });
      const { callee, running } = found;
      if (!running || callee === null) return err({ kind: "callClosed" });
      const now = clock.now();
      const known = await store.binding(campusId, orderId, caller);
      if (known && isReusable(known, callee, now)) return ok({ number: known.number, until: known.until });
      const until = now + callLife;
      const bound = await relay.bind({ campusId, orderId, caller, callee, until });
      if (!bound.ok) return bound;
      const { number } = bound.value;
      await store.saveBinding(campusId, orderId, { caller, callee, number, until });
      // The order may have ended while the relay was asked: then nobody else would end this number.
      if (!(await parties.of(campusId, orderId, caller))?.running) {
        await calls.endCalls(campusId, orderId);
        return err({ kind: "callClosed" });
      }
      return ok({ number, until });
    },
    async endCalls(campusId: CampusId, orderId: OrderId) {
      // The relay first: a row without a number is forgotten safely, a number without a row would live on.
      for (const { number } of await store.bindings(campusId, orderId))
        await relay.unbind({ campusId, orderId, number });
      await store.dropBindings(campusId, orderId);
    },
  };
  return calls;
}
