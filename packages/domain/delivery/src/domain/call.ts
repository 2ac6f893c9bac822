import { type AccountId, minute } from "@sanqi/kernel";

/** A number that reaches the other side of one order. Whoever calls it learns no real number. */
export type CallBinding = {
  readonly caller: AccountId;
  readonly callee: AccountId;
  readonly number: string;
  readonly until: number;
};

/** Long enough for one errand; after it, or when the order ends, a new one has to be asked for. */
export const callLife = 30 * minute;
/** A number that dies while it is dialled helps nobody. */
const leastLeft = minute;

/** A binding is used again for the same two people while enough of it is left: asking twice costs one number. */
export const isReusable = (binding: CallBinding, callee: AccountId, now: number): boolean =>
  binding.callee === callee && binding.until - now >= leastLeft;
