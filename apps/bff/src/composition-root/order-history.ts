/** Persistence is private to the composition root; the seed reaches the import through here. */
export { importHistory as importOrderHistory } from "@sanqi/orders/persistence";
