import { minute } from "@sanqi/kernel";
import type { Outputs } from "@/rpc";

export type Board = Outputs["merchant"]["board"];
export type KitchenOrder = Board["new"][number];
export type Column = "new" | "cooking" | "ready";
/** `serve`: brought to the table, where nobody is asked for a code. */
export type Deed = "accept" | "refuse" | "start" | "ready" | "serve";

export const columns: readonly Column[] = ["new", "cooking", "ready"];

const leadsTo: Record<Deed, Column | null> = {
  accept: "cooking",
  start: "cooking",
  ready: "ready",
  refuse: null,
  serve: null,
};

/** Where an accepted order stands at the stove already, starting says that it is being cooked now. */
const started = (board: Board, orderId: string): Board => ({
  ...board,
  cooking: board.cooking.map((order) =>
    order.orderId === orderId && order.fulfilment === "accepted"
      ? { ...order, fulfilment: "preparing" }
      : order,
  ),
});

/**
 * The board as it is once the deed is done: the order changes its column, or leaves. A deed whose order is not on the
 * board, or further on already, changes nothing.
 */
export function afterDeed(board: Board, orderId: string, deed: Deed): Board {
  const from = columns.find((column) => board[column].some((order) => order.orderId === orderId));
  const to = leadsTo[deed];
  if (deed === "start") return started(board, orderId);
  if (!from || (to && columns.indexOf(from) >= columns.indexOf(to))) return board;
  const order = board[from].find((other) => other.orderId === orderId) as KitchenOrder;
  const left = { ...board, [from]: board[from].filter((other) => other.orderId !== orderId) };
  return to ? { ...left, [to]: [...left[to], order] } : left;
}

/** What the server said, with what this device has decided meanwhile. */
export const withDeeds = (board: Board, deeds: Readonly<Record<string, Deed>>): Board =>
  Object.entries(deeds).reduce((now, [orderId, deed]) => afterDeed(now, orderId, deed), board);

/** Orders that nobody in this kitchen has been called for yet. */
export const unheard = (board: Board, heard: ReadonlySet<string>): string[] =>
  board.new.map((order) => order.orderId).filter((orderId) => !heard.has(orderId));

export type AgeTone = "fresh" | "slow" | "late";
type Timed = Pick<KitchenOrder, "paidAt" | "promise" | "slot" | "refusedAt">;

/** Minutes after which an order in a column turns amber and red: an answer is due sooner than a meal. */
const patience: Record<Column, readonly [slow: number, late: number]> = {
  new: [2, 4],
  cooking: [12, 18],
  ready: [20, 30],
};
/** So long before its slot a pre-order wants to be looked at. */
const slotSoon = 15 * minute;

/** Whole minutes since payment; a device's clock that is behind never makes it negative. */
export const ageMinutes = (paidAt: number, now: number): number =>
  Math.max(0, Math.floor((now - paidAt) / minute));

/** When the kitchen has to be done with it: a pre-order when its slot begins, any other when it was promised first. */
export const dueAt = ({ slot, promise }: Pick<KitchenOrder, "slot" | "promise">): number =>
  slot?.from ?? promise.earliest;

/**
 * The colour of an order's age. Whatever the column, an order past its promise is late, and so is one warned of. What was
 * ordered ahead does not age: once it is accepted, its slot alone counts.
 */
export function ageTone(order: Timed, column: Column, now: number): AgeTone {
  const warned = column === "new" && order.refusedAt !== null;
  if (warned || now > order.promise.latest) return "late";
  if (order.slot && column !== "new") {
    if (column === "cooking" && now > order.slot.from) return "late";
    return now > order.slot.from - slotSoon ? "slow" : "fresh";
  }
  const age = ageMinutes(order.paidAt, now);
  const [slow, late] = patience[column];
  if (age >= late) return "late";
  return age >= slow ? "slow" : "fresh";
}

/** What is due first is cooked, and handed over, first; of two for the same time the one that was paid first. */
export const soonestFirst = (orders: readonly KitchenOrder[]): KitchenOrder[] =>
  [...orders].sort((a, b) => dueAt(a) - dueAt(b) || a.paidAt - b.paidAt || (a.orderNo < b.orderNo ? -1 : 1));
