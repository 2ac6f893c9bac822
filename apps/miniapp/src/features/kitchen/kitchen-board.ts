import { minute } from "@sanqi/kernel";
import type { Outputs } from "@/rpc";

export type Board = Outputs["merchant"]["board"];
export type KitchenOrder = Board["new"][number];
export type Column = "new" | "cooking" | "ready";
export type Deed = "accept" | "refuse" | "ready";

export const columns: readonly Column[] = ["new", "cooking", "ready"];

const leadsTo: Record<Deed, Column | null> = { accept: "cooking", ready: "ready", refuse: null };

/**
 * The board as it is once the deed is done: the order changes its column, or leaves. A deed whose order is not on the
 * board, or further on already, changes nothing.
 */
export function afterDeed(board: Board, orderId: string, deed: Deed): Board {
  const from = columns.find((column) => board[column].some((order) => order.orderId === orderId));
  const to = leadsTo[deed];
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

/** Minutes after which an order in a column turns amber and red: an answer is due sooner than a meal. */
const patience: Record<Column, readonly [slow: number, late: number]> = {
  new: [2, 4],
  cooking: [12, 18],
  ready: [20, 30],
};

/** Whole minutes since payment; a device's clock that is behind never makes it negative. */
export const ageMinutes = (paidAt: number, now: number): number =>
  Math.max(0, Math.floor((now - paidAt) / minute));

/** The colour of an order's age. Whatever the column, an order past its promise is late, and so is one warned of. */
export function ageTone(
  order: { paidAt: number; promise: { latest: number }; refusedAt?: number | null },
  column: Column,
  now: number,
): AgeTone {
  const age = ageMinutes(order.paidAt, now);
  const [slow, late] = patience[column];
  const warned = column === "new" && !!order.refusedAt;
  if (warned || now > order.promise.latest || age >= late) return "late";
  return age >= slow ? "slow" : "fresh";
}

/** Oldest first: what waits longest is cooked, and handed over, first. */
export const oldestFirst = (orders: readonly KitchenOrder[]): KitchenOrder[] =>
  [...orders].sort((a, b) => a.paidAt - b.paidAt || (a.orderNo < b.orderNo ? -1 : 1));
