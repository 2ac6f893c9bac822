import { apiBase } from "@/rpc";

/** Address of a dish's drawing; the server names it by file or by key. */
export const dishArt = (art: string): string =>
  `${apiBase()}/art/${art.includes("/") ? art : `dishes/${art}`}${art.endsWith(".svg") ? "" : ".svg"}`;

/** Address of a shop's drawing. */
export const shopArt = (key: string): string => `${apiBase()}/art/shops/${key}.svg`;
