/** Calls to services outside: one exchange with a clear outcome, answers read with doubt, texts cut to their limits. */
export { type Call, type Exchange, exchange, type Fetch } from "./exchange.ts";
export {
  integerAt,
  integersAt,
  type Json,
  objectAt,
  objectsAt,
  readObject,
  textAt,
  textsAt,
} from "./json.ts";
export { shorten } from "./shorten.ts";
