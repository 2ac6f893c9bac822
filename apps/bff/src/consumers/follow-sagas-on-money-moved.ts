import { type Event, localConsumer } from "@sanqi/outbox";
import type { Follower } from "@sanqi/saga";

/** Sagas are seen by what happens: their rows are written in the transaction that marks the event handled, exactly once. */
export const followSagas = (follower: Follower, on: readonly string[]) =>
  localConsumer<unknown>({
    name: "follow-sagas-on-money-moved",
    on,
    handle: (event: Event<unknown>, tx) => follower.follow(tx, event),
  });
