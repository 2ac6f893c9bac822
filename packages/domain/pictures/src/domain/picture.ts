import type { AccountId, CampusId, PictureId } from "@sanqi/kernel";
import type { Image } from "./image.ts";

export const pictureKinds = ["dish", "afterSale"] as const;
/** A dish's picture is for everybody; one in a complaint only for those who settle it. */
export type PictureKind = (typeof pictureKinds)[number];

export type Picture = Image & {
  readonly campusId: CampusId;
  readonly pictureId: PictureId;
  readonly kind: PictureKind;
  readonly ownerId: AccountId;
  readonly at: number;
};

export const maxPictureBytes = 2 * 1024 * 1024;
/** A kitchen photographs its whole menu on its first day; a complaint has three pictures at most. */
export const maxPicturesADay: Readonly<Record<PictureKind, number>> = { dish: 300, afterSale: 20 };
/** Refused ones count, too: a bad connection and a wrong file or two are no reason to send a student away. */
export const maxTriesADay: Readonly<Record<PictureKind, number>> = { dish: 900, afterSale: 60 };

export type PictureError =
  | { readonly kind: "pictureInvalid" }
  | { readonly kind: "pictureTooLarge" }
  | { readonly kind: "tooManyPictures" }
  /** Too many at once, of the account or of all. */
  | { readonly kind: "picturesBusy" }
  | { readonly kind: "pictureNotFound" };

/** Where a picture is served, on the address of the API. */
export const picturePath = (campusId: CampusId, pictureId: PictureId): string =>
  `/pictures/${campusId}/${pictureId}`;
