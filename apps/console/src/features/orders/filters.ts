import { chinaDay } from "@sanqi/kernel";
import { type Handover, handovers } from "@sanqi/orders";
import { isLate } from "./lateness.ts";
import { type Mark, markNames, marks } from "./marks.ts";
import { inLane, type Lane, laneNames } from "./stages.ts";
import type { OrderRow } from "./use-orders.ts";

/** What the table shows; all of it stands in the address, so that a view can be bookmarked and sent. */
export type OrderFilters = {
  /** A day in China, "2026-11-22". */
  readonly day: string;
  readonly lane: Lane | "late" | null;
  readonly handover: Handover | null;
  readonly mark: Mark | null;
  readonly text: string;
};

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string) => dayPattern.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** Reads the filters of an address; whatever is missing or not understood means "today, everything". */
export function readFilters(address: URLSearchParams, now: number): OrderFilters {
  const day = address.get("day") ?? "";
  const lane = address.get("stage");
  return {
    day: isDay(day) ? day : chinaDay(now),
    lane: lane === "late" ? "late" : (laneNames.find((name) => name === lane) ?? null),
    handover: handovers.find((name) => name === address.get("by")) ?? null,
    mark: markNames.find((name) => name === address.get("with")) ?? null,
    text: (address.get("q") ?? "").slice(0, 40),
  };
}

/** The address of filters; defaults are left out, so that "today" stays today tomorrow. */
export function writeFilters(filters: OrderFilters, now: number): URLSearchParams {
  const address = new URLSearchParams();
  if (filters.day !== chinaDay(now)) address.set("day", filters.day);
  if (filters.lane) address.set("stage", filters.lane);
  if (filters.handover) address.set("by", filters.handover);
  if (filters.mark) address.set("with", filters.mark);
  if (filters.text) address.set("q", filters.text);
  return address;
}

function matchesText(row: OrderRow, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return true;
  return [row.orderNo, row.shopName, row.placeName, row.riderName ?? "", row.orderId].some((part) =>
    part.toLowerCase().includes(wanted),
  );
}

export const noFilters: Omit<OrderFilters, "day"> = { lane: null, handover: null, mark: null, text: "" };

export function applyFilters(
  rows: readonly OrderRow[],
  filters: Omit<OrderFilters, "day">,
  now: number,
): OrderRow[] {
  const { lane, handover, mark, text } = filters;
  return rows.filter(
    (row) =>
      (!lane || (lane === "late" ? isLate(row, now) : inLane(row.stage, lane))) &&
      (!handover || row.handover === handover) &&
      (!mark || marks[mark].has(row)) &&
      matchesText(row, text),
  );
}

/** How many orders each tile holds. */
export function countLanes(rows: readonly OrderRow[], now: number): Record<Lane | "late", number> {
  const counts = Object.fromEntries([...laneNames, "late"].map((name) => [name, 0])) as Record<
    Lane | "late",
    number
  >;
  for (const row of rows) {
    const lane = laneNames.find((name) => inLane(row.stage, name));
    if (lane) counts[lane] += 1;
    if (isLate(row, now)) counts.late += 1;
  }
  return counts;
}
