import type { Sql } from "@sanqi/database";
import type { CallBinding } from "../domain/index.ts";
import type { DeliveryStore } from "../use-cases/ports.ts";

export function createDeliveryStore(sql: Sql): DeliveryStore {
  const columns = sql`caller_id as caller, callee_id as callee, relay_number as number, until_at as until`;
  return {
    async lastPosition(campusId, riderId) {
      const [row] = await sql<{ lon: number; lat: number; measuredAt: number }[]>`
        select lon, lat, measured_at from rider_position where campus_id = ${campusId} and rider_id = ${riderId}`;
      return row ? { point: [row.lon, row.lat], at: row.measuredAt } : null;
    },
    async savePosition(campusId, riderId, { point: [lon, lat], at }) {
      const rows = await sql`
        insert into rider_position ${sql({ campusId, riderId, lon, lat, measuredAt: at })}
        on conflict (campus_id, rider_id) do update set
          lon = excluded.lon, lat = excluded.lat, measured_at = excluded.measured_at
        where rider_position.measured_at < excluded.measured_at`;
      return rows.count === 1;
    },
    async binding(campusId, orderId, caller) {
      const [row] = await sql<CallBinding[]>`
        select ${columns} from call_binding
        where campus_id = ${campusId} and order_id = ${orderId} and caller_id = ${caller}`;
      return row ?? null;
    },
    async saveBinding(campusId, orderId, { caller, callee, number, until }) {
      await sql`
        insert into call_binding (campus_id, order_id, caller_id, callee_id, relay_number, until_at)
        values (${campusId}, ${orderId}, ${caller}, ${callee}, ${number}, ${until})
        on conflict (campus_id, order_id, caller_id) do update set
          callee_id = excluded.callee_id, relay_number = excluded.relay_number, until_at = excluded.until_at`;
    },
    bindings: (campusId, orderId) => sql<CallBinding[]>`
      select ${columns} from call_binding where campus_id = ${campusId} and order_id = ${orderId}`,
    async dropBindings(campusId, orderId) {
      await sql`delete from call_binding where campus_id = ${campusId} and order_id = ${orderId}`;
    },
  };
}
