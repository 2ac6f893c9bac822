import {
  type AccountId,
  type CampusId,
  type Clock,
  chinaDay,
  day,
  err,
  hour,
  type Ids,
  ok,
  type PictureId,
  type Result,
} from "@sanqi/kernel";
import {
  maxPictureBytes,
  maxPicturesADay,
  maxTriesADay,
  type Picture,
  type PictureError,
  type PictureKind,
  picturePath,
  readImage,
} from "../domain/index.ts";
import type { PictureStore, PictureUses, Signer } from "./ports.ts";

export type * from "./ports.ts";

export type PictureDeps = {
  readonly store: PictureStore;
  readonly signer: Signer;
  readonly uses: PictureUses;
  readonly clock: Clock;
  readonly ids: Ids;
};

export type Upload = {
  readonly campusId: CampusId;
  readonly accountId: AccountId;
  readonly kind: PictureKind;
  readonly bytes: Uint8Array;
};

export type PictureUseCases = {
  /** Whether the account may try another upload today; counts the try. Asked before anything of the picture is read. */
  admit(uploader: Omit<Upload, "bytes">): Promise<Result<null, PictureError>>;
  /** Checks and cleans a picture and keeps it; what nothing shows is removed after a day. */
  upload(
    upload: Upload,
  ): Promise<Result<{ readonly pictureId: PictureId; readonly url: string }, PictureError>>;
  /** A dish's picture, or one of a complaint with the signature of its link. */
  picture(
    campusId: CampusId,
    pictureId: PictureId,
    link: { readonly until: string; readonly signature: string } | null,
  ): Promise<Result<Picture, PictureError>>;
  /** A path that shows a picture of a complaint for the next hours; only for those who may see it. */
  link(campusId: CampusId, pictureId: PictureId): string;
  /**
   * All of them exist, of that kind and (unless null) by that account. A dish's picture is then safe from removal for a day,
   * until the dish is saved; one in a complaint for half a year. Where one is missing, none is kept.
   */
  claim(
    campusId: CampusId,
    pictures: {
      readonly pictureIds: readonly PictureId[];
      readonly kind: PictureKind;
      readonly ownerId: AccountId | null;
    },
  ): Promise<boolean>;
  /** Removes what nothing has shown for a day and what complaints have shown for half a year; how many. */
  removeUnused(): Promise<number>;
};

/** Kept so long after the last claim; then a dish's picture stays while a dish shows it, any other one goes. */
const keptUnused = day;
/** A dispute about a meal is over by then; the complaint keeps its words. */
const keptInComplaint = 180 * day;
/** A page that stays open goes on showing its pictures for a while. */
const linkLife = 6 * hour;
const batch = 200;

export function createPictureUseCases({ store, signer, uses, clock, ids }: PictureDeps): PictureUseCases {
  const signed = (campusId: CampusId, pictureId: PictureId, until: string) =>
    `${picturePath(campusId, pictureId)}?until=${until}`;
  const link = (campusId: CampusId, pictureId: PictureId) => {
    // Whole hours: the same picture keeps its address, and with it its place in the client's cache.
    const until = String(Math.ceil(clock.now() / hour) * hour + linkLife);
    const path = signed(campusId, pictureId, until);
    return `${path}&signature=${signer.sign(path)}`;
  };
  return {
    async admit(uploader) {
      const tries = await store.countTry({ ...uploader, day: chinaDay(clock.now()) });
      return tries > maxTriesADay[uploader.kind] ? err({ kind: "tooManyPictures" }) : ok(null);
    },
    async upload({ campusId, accountId, kind, bytes }) {
      if (bytes.length > maxPictureBytes) return err({ kind: "pictureTooLarge" });
      const image = readImage(bytes);
      if (!image) return err({ kind: "pictureInvalid" });
      const at = clock.now();
      const pictureId = ids.next("picture");
      const limit = { since: at - day, most: maxPicturesADay[kind] };
      const picture = { ...image, campusId, pictureId, kind, ownerId: accountId, at };
      const saved = await store.save({ ...picture, keptUntilAt: at + keptUnused }, limit);
      if (!saved) return err({ kind: "tooManyPictures" });
      const url = kind === "dish" ? picturePath(campusId, pictureId) : link(campusId, pictureId);
      return ok({ pictureId, url });
    },
    async picture(campusId, pictureId, given) {
      const missing = err({ kind: "pictureNotFound" as const });
      const isLinked =
        given !== null &&
        Number(given.until) > clock.now() &&
        signer.isRight(signed(campusId, pictureId, given.until), given.signature);
      const picture = await store.load(campusId, pictureId);
      return picture && (picture.kind === "dish" || isLinked) ? ok(picture) : missing;
    },
    link,
    async claim(campusId, { pictureIds, ...which }) {
      const wanted = [...new Set(pictureIds)];
      if (wanted.length === 0) return true;
      const kept = which.kind === "afterSale" ? keptInComplaint : keptUnused;
      return store.claim(campusId, { pictureIds: wanted, ...which, keptUntilAt: clock.now() + kept });
    },
    async removeUnused() {
      const now = clock.now();
      await store.forgetTries(chinaDay(now));
      let removed = 0;
      let after = "";
      for (;;) {
        const found = await store.overdue({ now, after, limit: batch });
        for (const [campusId, pictures] of Map.groupBy(found, (one) => one.campusId)) {
          const pictureIds = pictures.map((one) => one.pictureId);
          const used = await uses.used(campusId, pictureIds);
          const unused = pictureIds.filter((pictureId) => !used.has(pictureId));
          removed += await store.remove(campusId, unused, now);
        }
        const last = found.at(-1);
        if (!last || found.length < batch) return removed;
        after = last.pictureId;
      }
    },
  };
}
