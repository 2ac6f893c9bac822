import { apiBase } from "@/rpc";

/** Address of a dish's drawing; the server names it by file or by key. */
export const dishArt = (art: string): string =>
  `${apiBase()}/art/${art.includes("/") ? art : `dishes/${art}`}${art.endsWith(".svg") ? "" : ".svg"}`;

/** A dish's own picture where it has one, else its drawing. */
export const dishPicture = (dish: { readonly art: string; readonly pictureUrl: string | null }): string =>
  dish.pictureUrl === null ? dishArt(dish.art) : fromServer(dish.pictureUrl);

/** An address that the server may have given from its own root. */
export const fromServer = (address: string): string =>
  address.startsWith("/") ? `${apiBase()}${address}` : address;

/** Address of a shop's drawing. */
export const shopArt = (key: string): string => `${apiBase()}/art/shops/${key}.svg`;
