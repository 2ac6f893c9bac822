import type { BuildingId, Fen, Point, ShopId, TableId, Words } from "@sanqi/kernel";

/** 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * A span of opening hours as "HH:MM" in China; `close` may be after midnight ("02:00" with open "20:30"): the span then belongs
 * to the day on which it begins. What lies between two spans is a break. Without `weekdays` it is kept every day.
 */
export type Hours = { readonly open: string; readonly close: string; readonly weekdays?: readonly Weekday[] };

/** Other hours on one day ("2026-12-31"), instead of all usual ones; no hours: closed. */
export type HoursException = {
  readonly day: string;
  readonly hours: readonly Omit<Hours, "weekdays">[];
  readonly reason: string;
  readonly reasonEn: string;
};

/** Closed for the moment, whatever the hours say; without `until`, until the merchant opens again. */
export type Pause = { readonly until: number | null; readonly reason: string; readonly reasonEn: string };

export const handovers = ["delivery", "pickup", "table"] as const;
/** To a dormitory or pick-up point, over the counter, or to a table in the canteen. */
export type Handover = (typeof handovers)[number];

/** Times for which a meal can be ordered ahead: each takes `capacity` orders. */
export type SlotRules = {
  readonly lengthMinutes: number;
  readonly capacity: number;
  /** A slot closes this long before it begins. */
  readonly leadMinutes: number;
  /** 0: only today's slots. */
  readonly daysAhead: number;
};

/** A delivery fee by distance and time of day; the order path counts it. */
export type DeliveryTariff = {
  readonly baseFen: Fen;
  /** Beyond `freeMetres` every started step costs `stepFen`, together at most `capFen`. */
  readonly distance: {
    readonly freeMetres: number;
    readonly stepMetres: number;
    readonly stepFen: Fen;
    readonly capFen: Fen;
  } | null;
  readonly surcharges: readonly {
    /** Minutes since midnight in China, `until` exclusive; over midnight where `from` is later. */
    readonly minutes: { readonly from: number; readonly until: number };
    readonly feeFen: Fen;
    readonly name: Words;
  }[];
};

export type Shop = {
  readonly shopId: ShopId;
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly category: string;
  readonly categoryEn: string;
  readonly notice: string;
  readonly noticeEn: string;
  readonly promotion: string;
  readonly promotionEn: string;
  readonly halal: boolean;
  readonly buildingId: BuildingId;
  readonly buildingName: string;
  readonly buildingNameEn: string;
  readonly point: Point;
  readonly hours: readonly Hours[];
  readonly exceptions: readonly HoursException[];
  readonly paused: Pause | null;
  readonly handovers: readonly Handover[];
  /** Null: no orders ahead. */
  readonly slots: SlotRules | null;
  readonly minOrderFen: Fen;
  readonly packingFen: Fen;
  readonly deliveryFeeFen: Fen;
  /** Null: `deliveryFeeFen`, however far. */
  readonly deliveryTariff: DeliveryTariff | null;
  readonly prepMinutes: number;
};

/** A table of the canteen with the code that is scanned there. */
export type ShopTable = { readonly tableId: TableId; readonly shopId: ShopId; readonly name: string };
