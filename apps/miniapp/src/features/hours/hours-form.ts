import type { Inputs } from "@/rpc";
import type { EditableMenu } from "../menu-editing/menu-list";

type Shop = Pick<EditableMenu["shop"], "hours" | "exceptions">;
type Wanted = Pick<Inputs["merchant"]["setHours"], "hours" | "exceptions">;
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A span as it is edited; no weekday named: every day. `row` tells rows apart on the screen. */
export type SpanForm = {
  readonly row: number;
  readonly open: string;
  readonly close: string;
  readonly weekdays: readonly Weekday[];
};
/** A day with other hours; no spans: closed. */
export type DayForm = {
  readonly day: string;
  readonly spans: readonly SpanForm[];
  readonly reason: string;
  readonly reasonEn: string;
};
export type HoursForm = { readonly spans: readonly SpanForm[]; readonly days: readonly DayForm[] };

let rows = 0;
const nextRow = (): number => {
  rows += 1;
  return rows;
};

/** Lunch, which is what a new span mostly is; after a lunch the dinner. */
export const newSpan = (spans: readonly SpanForm[]): SpanForm => ({
  row: nextRow(),
  ...(spans.some((span) => span.open < "14:00")
    ? { open: "16:30", close: "20:00" }
    : { open: "10:30", close: "14:00" }),
  weekdays: [],
});

export const formOf = ({ hours, exceptions }: Shop): HoursForm => ({
  spans: hours.map(({ open, close, weekdays = [] }) => ({
    row: nextRow(),
    open,
    close,
    weekdays: [...weekdays],
  })),
  days: exceptions.map(({ day, hours: own, reason, reasonEn }) => ({
    day,
    spans: own.map(({ open, close }) => ({ row: nextRow(), open, close, weekdays: [] })),
    reason,
    reasonEn,
  })),
});

/** What is sent: all seven weekdays are the same as none, and kept as none. Days in their order. */
export const hoursOf = ({ spans, days }: HoursForm): Wanted => ({
  hours: spans.map(({ open, close, weekdays }) => ({
    open,
    close,
    ...(weekdays.length > 0 && weekdays.length < 7 ? { weekdays: [...weekdays].sort() } : {}),
  })),
  exceptions: [...days]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, spans: own, reason, reasonEn }) => ({
      day,
      hours: own.map(({ open, close }) => ({ open, close })),
      reason,
      reasonEn,
    })),
});

/** Does the span end on the day after? */
export const pastMidnight = ({ open, close }: Pick<SpanForm, "open" | "close">): boolean => close <= open;

export const withSpan = (
  spans: readonly SpanForm[],
  row: number,
  next: SpanForm | null,
): readonly SpanForm[] => spans.flatMap((span) => (span.row === row ? (next ? [next] : []) : [span]));
