import { createEditStore } from "@sanqi/catalog/persistence";
import { createMenuEditing, type EditingDeps } from "@sanqi/catalog/use-cases";
import type { Sql } from "@sanqi/database";
import { setPortionsLeft, shiftPortions } from "@sanqi/orders/persistence";
import { picturePath } from "@sanqi/pictures";
import { createHmacSigner, createPictureStore } from "@sanqi/pictures/persistence";
import { createPictureUseCases } from "@sanqi/pictures/use-cases";

type Around = Pick<EditingDeps, "menus" | "figures" | "clock" | "ids"> & {
  readonly sql: Sql;
  readonly pictureSecret: string;
};

/** Menus as kitchens change them, with the pictures that dishes and complaints show. */
export function composeMenuEditing({ sql, pictureSecret, clock, ids, ...around }: Around) {
  const store = createEditStore(sql, { shift: shiftPortions, setLeft: setPortionsLeft });
  const pictures = createPictureUseCases({
    store: createPictureStore(sql),
    signer: createHmacSigner(pictureSecret),
    uses: { used: store.usesPicture },
    clock,
    ids,
  });
  const menuEditing = createMenuEditing({
    ...around,
    store,
    pictures: {
      claim: (campusId, pictureId) =>
        pictures.claim(campusId, { pictureIds: [pictureId], kind: "dish", ownerId: null }),
    },
    pictureUrl: picturePath,
    clock,
    ids,
  });
  return { menuEditing, pictures };
}
