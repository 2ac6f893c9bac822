export { deliveryFee } from "./delivery-fee.ts";
export { offerWords } from "./offer-words.ts";
export { priceOrder } from "./price-order.ts";
export type * from "./priced-order.ts";
export * from "./rule.ts";
