import type { AccountId, CampusId, PictureId } from "@sanqi/kernel";
import type { Picture, PictureKind } from "../domain/index.ts";

export type PictureStore = {
  /** Saves it unless the account has saved `most` of the kind since then; false: it has. */
  save(picture: Picture, limit: { readonly since: number; readonly most: number }): Promise<boolean>;
  load(campusId: CampusId, pictureId: PictureId): Promise<Picture | null>;
  /** How many of the pictures there are of that kind and owner (null: anybody's). `claimedAt`: null: they stay for good. */
  claim(
    campusId: CampusId,
    pictures: {
      readonly pictureIds: readonly PictureId[];
      readonly kind: PictureKind;
      readonly ownerId: AccountId | null;
      readonly claimedAt: number | null;
    },
  ): Promise<number>;
  /** Pictures that nobody has claimed since then, after the given one in the order of their ids. */
  unclaimed(wanted: {
    readonly since: number;
    readonly after: string;
    readonly limit: number;
  }): Promise<{ readonly campusId: CampusId; readonly pictureId: PictureId }[]>;
  remove(campusId: CampusId, pictureIds: readonly PictureId[]): Promise<void>;
};

/** Signs addresses; `isRight` compares in constant time. */
export type Signer = {
  sign(text: string): string;
  isRight(text: string, signature: string): boolean;
};

export type PictureUses = {
  /** Those of the pictures that some dish shows. */
  used(campusId: CampusId, pictureIds: readonly PictureId[]): Promise<ReadonlySet<PictureId>>;
};
