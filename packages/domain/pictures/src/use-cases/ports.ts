import type { AccountId, CampusId, PictureId } from "@sanqi/kernel";
import type { Picture, PictureKind } from "../domain/index.ts";

/** A picture with the moment until which it stays in any case. */
export type KeptPicture = Picture & { readonly keptUntilAt: number };

export type PictureStore = {
  /** Counts a try to upload; how many of the kind there are on that day (in China) with this one. */
  countTry(attempt: {
    readonly campusId: CampusId;
    readonly accountId: AccountId;
    readonly kind: PictureKind;
    readonly day: string;
  }): Promise<number>;
  /** Those of the days before. */
  forgetTries(before: string): Promise<void>;
  /** Saves it unless the account has saved `most` of the kind since then; false: it has. */
  save(picture: KeptPicture, limit: { readonly since: number; readonly most: number }): Promise<boolean>;
  load(campusId: CampusId, pictureId: PictureId): Promise<Picture | null>;
  /** Keeps the pictures until then at least where all are of that kind and owner (null: anybody's); false, and none is kept, where not. */
  claim(
    campusId: CampusId,
    pictures: {
      /** Each once. */
      readonly pictureIds: readonly PictureId[];
      readonly kind: PictureKind;
      readonly ownerId: AccountId | null;
      readonly keptUntilAt: number;
    },
  ): Promise<boolean>;
  /** Pictures that need be kept no longer, after the given one in the order of their ids. */
  overdue(wanted: {
    readonly now: number;
    readonly after: string;
    readonly limit: number;
  }): Promise<{ readonly campusId: CampusId; readonly pictureId: PictureId }[]>;
  /** Removes those that nobody has claimed meanwhile; how many. */
  remove(campusId: CampusId, pictureIds: readonly PictureId[], now: number): Promise<number>;
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
