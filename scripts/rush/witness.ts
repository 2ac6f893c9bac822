import type { Witness } from "./check-books.ts";
import type { World } from "./world.ts";

/** What the rush saw, in the form in which the check takes it. */
export function witnessOf(world: World, since: number): Witness {
  return {
    campusId: world.campusId,
    since,
    persons: new Set(world.guests.map((guest) => guest.key)),
    accounts: world.guests.map((guest) => guest.accountId),
    entries: world.ledger.entries,
    answers: world.ledger.answers,
  };
}
