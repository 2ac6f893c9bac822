import { inTransaction, type Sql } from "@sanqi/database";
import type { Picture } from "../domain/index.ts";
import type { PictureStore } from "../use-cases/ports.ts";

export function createPictureStore(sql: Sql): PictureStore {
  return {
    async countTry(attempt) {
      type Counted = { tries: number };
      const [row] = await sql<Counted[]>`insert into picture_try ${sql({ ...attempt, tries: 1 })}
        on conflict (campus_id, account_id, kind, day) do update set tries = picture_try.tries + 1 returning tries`;
      return row?.tries ?? 1;
    },
    async forgetTries(before) {
      await sql`delete from picture_try where day < ${before}`;
    },
    save: (picture, { since, most }) =>
      inTransaction(sql, async (tx) => {
        const { campusId, ownerId, kind } = picture;
        // One upload of an account at a time: two of them cannot both be the last one allowed.
        await tx`select pg_advisory_xact_lock(hashtextextended(${`picture ${campusId} ${ownerId}`}, 0))`;
        const [done] = await tx<{ count: number }[]>`select count(*)::int as count from picture
          where campus_id = ${campusId} and owner_id = ${ownerId} and kind = ${kind} and at > ${since}`;
        if ((done?.count ?? 0) >= most) return false;
        await tx`insert into picture ${tx({ ...picture, bytes: Buffer.from(picture.bytes) })}`;
        return true;
      }),
    async load(campusId, pictureId) {
      const [picture] = await sql<Picture[]>`
        select campus_id, picture_id, kind, owner_id, media_type, width, height, bytes, at from picture
        where campus_id = ${campusId} and picture_id = ${pictureId}`;
      return picture ?? null;
    },
    claim: (campusId, { pictureIds, kind, ownerId, keptUntilAt }) =>
      inTransaction(sql, async (tx) => {
        // Locked before they are counted: where one is missing none is kept, and none is removed in between.
        const there = await tx`select 1 from picture
          where campus_id = ${campusId} and picture_id = any(${pictureIds}::text[]) and kind = ${kind}
            ${ownerId === null ? tx`` : tx`and owner_id = ${ownerId}`}
          order by picture_id for update`;
        if (there.length !== pictureIds.length) return false;
        await tx`update picture set kept_until_at = greatest(kept_until_at, ${keptUntilAt}::bigint)
          where campus_id = ${campusId} and picture_id = any(${pictureIds}::text[])`;
        return true;
      }),
    overdue: ({ now, after, limit }) => sql`
      select campus_id, picture_id from picture where kept_until_at < ${now} and picture_id > ${after}
      order by picture_id limit ${limit}`,
    async remove(campusId, pictureIds, now) {
      const removed = await sql`delete from picture
        where campus_id = ${campusId} and picture_id = any(${pictureIds}::text[]) and kept_until_at < ${now}`;
      return removed.count;
    },
  };
}
