import type { Sql } from "@sanqi/database";
import type { OpenHintWire } from "./wire.ts";

const channel = "sanqi_live";

/** PostgreSQL's NOTIFY, outside of any order's transaction; the driver listens again by itself after a broken connection. */
export const postgresWire =
  (sql: Sql): OpenHintWire =>
  async (ear) => {
    const { unlisten } = await sql.listen(channel, ear.heard, ear.restored);
    return { send: (text) => sql.notify(channel, text), close: unlisten };
  };
