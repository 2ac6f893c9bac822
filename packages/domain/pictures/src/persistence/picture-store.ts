import { inTransaction, type Sql } from "@sanqi/database";
import type { Picture } from "../domain/index.ts";
import type { PictureStore } from "../use-cases/ports.ts";

export function createPictureStore(sql: Sql): PictureStore {
  return {
    save: (picture, { since, most }) =>
      inTransaction(sql, async (tx) => {
        const { campusId, ownerId, kind } = picture;
        // One upload of an account at a time: two of them cannot both be the last one allowed.
        await tx`select pg_advisory_xact_lock(hashtextextended(${`picture ${campusId} ${ownerId}`}, 0))`;
        const [done] = await tx<{ count: number }[]>`select count(*)::int as count from picture
          where campus_id = ${campusId} and owner_id = ${ownerId} and kind = ${kind} and at > ${since}`;
        if ((done?.count ?? 0) >= most) return false;
        await tx`insert into picture ${tx({ ...picture, bytes: Buffer.from(picture.bytes), claimedAt: picture.at })}`;
        return true;
      }),
    async load(campusId, pictureId) {
      const [picture] = await sql<Picture[]>`
        select campus_id, picture_id, kind, owner_id, media_type, width, height, bytes, at from picture
        where campus_id = ${campusId} and picture_id = ${pictureId}`;
      return picture ?? null;
    },
    async claim(campusId, { pictureIds, kind, ownerId, claimedAt }) {
      const claimed = await sql`update picture set claimed_at = ${claimedAt}
        where campus_id = ${campusId} and picture_id = any(${pictureIds}::text[]) and kind = ${kind}
          ${ownerId === null ? sql`` : sql`and owner_id = ${ownerId}`}`;
      return claimed.count;
    },
    unclaimed: ({ since, after, limit }) => sql`
      select campus_id, picture_id from picture where claimed_at < ${since} and picture_id > ${after}
      order by picture_id limit ${limit}`,
    async remove(campusId, pictureIds) {
      await sql`delete from picture where campus_id = ${campusId} and picture_id = any(${pictureIds}::text[])`;
    },
  };
}
