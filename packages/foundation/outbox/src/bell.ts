import type { Sql } from "@sanqi/database";

const channel = "sanqi_outbox";
/** Orders that come within this time ring once. */
const gatherMs = 5;

export type Bell = {
  /** Says to the relays of other processes that something was committed; never waits, and may get lost: relays poll as well. */
  wake(): void;
  /** Calls back for every ring, and once after each reconnect, until the pool is closed. */
  listen(rung: () => void): Promise<void>;
};

/**
 * Wakes relays of other processes by NOTIFY. It stands in a transaction of its own: inside the order's it would make all
 * commits wait for each other.
 */
export function createBell(sql: Sql, onTrouble: (error: unknown) => void): Bell {
  let ringing = false;
  return {
    wake() {
      if (ringing) return;
      ringing = true;
      setTimeout(() => {
        // Whatever is committed from here on needs a ring of its own.
        ringing = false;
        sql.notify(channel, "").catch(onTrouble);
      }, gatherMs);
    },
    async listen(rung) {
      await sql.listen(channel, rung, rung);
    },
  };
}
