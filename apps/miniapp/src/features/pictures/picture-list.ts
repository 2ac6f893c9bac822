import type { PictureId, Words } from "@sanqi/kernel";

/** A picture that was chosen: on its way (share from 0 to 1), there, or to be tried again. */
export type Picture = {
  /** Its local address, which is also what tells it from the others. */
  readonly path: string;
  readonly state:
    | { readonly kind: "onTheWay"; readonly share: number }
    | { readonly kind: "there"; readonly pictureId: PictureId }
    | { readonly kind: "failed"; readonly words: Words };
};

/** Chosen pictures behind those that are there, as many as fit; one that was chosen twice counts once. */
export const addPictures = (
  pictures: readonly Picture[],
  paths: readonly string[],
  most: number,
): Picture[] =>
  [
    ...pictures,
    ...paths
      .filter((path) => !pictures.some((known) => known.path === path))
      .map((path): Picture => ({ path, state: { kind: "onTheWay", share: 0 } })),
  ].slice(0, most);

/** One that was removed meanwhile stays removed. */
export const withState = (pictures: readonly Picture[], path: string, state: Picture["state"]): Picture[] =>
  pictures.map((picture) => (picture.path === path ? { ...picture, state } : picture));

/** Ids to send along; null while a picture is on its way or has to be tried again. */
export function idsOf(pictures: readonly Picture[]): PictureId[] | null {
  const there = pictures.flatMap(({ state }) => (state.kind === "there" ? [state.pictureId] : []));
  return there.length === pictures.length ? there : null;
}
