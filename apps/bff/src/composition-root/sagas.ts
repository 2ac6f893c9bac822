import type { Sql } from "@sanqi/database";
import { type Clock, toId } from "@sanqi/kernel";
import { createEventDesk } from "@sanqi/outbox";
import { openPayments, paymentState, refundReason } from "@sanqi/payments/persistence";
import { createFollower, createSagaDesk } from "@sanqi/saga";
import { followSagas } from "../consumers/follow-sagas-on-money-moved.ts";
import { sagaDefinitions, sagaEvents } from "../sagas/definitions.ts";
import { whichSagas } from "../sagas/which-sagas.ts";

/** Multi-step work with money: what follows it, and what an operator sees of it. */
export function composeSagas({ sql, clock }: { readonly sql: Sql; readonly clock: Clock }) {
  const follower = createFollower(sagaDefinitions, whichSagas({ refundReason, openPayments }));
  const desk = createSagaDesk({
    sql,
    clock,
    definitions: sagaDefinitions,
    events: createEventDesk(sql, clock),
    // A process of the release before closes payments without telling.
    async look(tx, { campusId, kind, sagaId }) {
      if (kind !== "closing") return null;
      const paymentId = toId("payment", sagaId.slice(0, sagaId.indexOf(":")));
      const state = await paymentState(tx, campusId, paymentId);
      return state === "prepared" || state === "unknown" ? null : { note: state };
    },
  });
  return { desk, consumer: followSagas(follower, sagaEvents) };
}
