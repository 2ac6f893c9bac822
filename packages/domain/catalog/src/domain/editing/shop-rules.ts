import { chinaDay, day as dayMs } from "@sanqi/kernel";
import { dayAfter, midnightOf, type Span, spansFrom, spansOf } from "../opening-spans.ts";
import type { Hours, Shop } from "../shop.ts";
import { mostDaysAhead } from "../slots.ts";
import { type EditableShop, firstBroken, type MenuInvalid, type Rule } from "./edits.ts";

const between = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** Why the shop cannot be as it would be after the change; null: it can. Only what changes is looked at. */
export const shopProblem = (after: Shop, change: Partial<EditableShop>, now: number): MenuInvalid | null =>
  firstBroken(shopRules(after, now).filter(([, field]) => (field.split(".")[0] ?? "") in change));

const shopRules = (shop: Shop, now: number): Rule[] => [
  [
    between(shop.minOrderFen, 0, 20_000),
    "minOrderFen",
    "起送价须在 ¥0 到 ¥200 之间",
    "The minimum order is ¥0 to ¥200",
  ],
  [between(shop.packingFen, 0, 2_000), "packingFen", "打包费须在 ¥0 到 ¥20 之间", "Packing costs ¥0 to ¥20"],
  [
    between(shop.prepMinutes, 1, 180),
    "prepMinutes",
    "出餐时间须在 1 到 180 分钟之间",
    "Cooking takes 1 to 180 minutes",
  ],
  [
    between(shop.deliveryFeeFen, 0, 5_000),
    "deliveryFeeFen",
    "配送费须在 ¥0 到 ¥50 之间",
    "Delivery costs ¥0 to ¥50",
  ],
  ...tariffRules(shop),
  [
    shop.handovers.length > 0 && new Set(shop.handovers).size === shop.handovers.length,
    "handovers",
    "请至少选择一种取餐方式",
    "Offer at least one way to hand meals over",
  ],
  ...slotRules(shop),
  ...hoursRules(shop, now),
  [
    !shop.paused?.until || (shop.paused.until > now && shop.paused.until <= now + 30 * dayMs),
    "paused",
    "暂停营业的结束时间须在 30 天内",
    "A pause ends within 30 days",
  ],
];

function tariffRules({ deliveryTariff }: Shop): Rule[] {
  if (!deliveryTariff) return [];
  const { baseFen, distance, surcharges } = deliveryTariff;
  const minute = (value: number) => between(value, 0, 1_440);
  return [
    [
      between(baseFen, 0, 5_000) &&
        (!distance ||
          (between(distance.freeMetres, 0, 5_000) &&
            between(distance.stepMetres, 50, 5_000) &&
            between(distance.stepFen, 0, 5_000) &&
            between(distance.capFen, 0, 5_000))),
      "deliveryTariff.distance",
      "配送费须在 ¥0 到 ¥50 之间，每档至少 50 米",
      "Delivery costs ¥0 to ¥50, by steps of at least 50 m",
    ],
    [
      surcharges.every(
        ({ minutes, feeFen }) => minute(minutes.from) && minute(minutes.until) && between(feeFen, 0, 5_000),
      ),
      "deliveryTariff.surcharges",
      "时段加价不正确",
      "A surcharge of the hour is wrong",
    ],
  ];
}

function slotRules({ slots }: Shop): Rule[] {
  if (!slots) return [];
  return [
    [
      between(slots.lengthMinutes, 5, 240),
      "slots.lengthMinutes",
      "每个时段须为 5 到 240 分钟",
      "A slot lasts 5 to 240 minutes",
    ],
    [
      between(slots.capacity, 1, 1_000),
      "slots.capacity",
      "每个时段须接 1 到 1000 单",
      "A slot takes 1 to 1000 orders",
    ],
    [
      between(slots.leadMinutes, 0, 2_880),
      "slots.leadMinutes",
      "提前时间最多 48 小时",
      "At most 48 hours beforehand",
    ],
    [
      between(slots.daysAhead, 0, mostDaysAhead),
      "slots.daysAhead",
      `最多提前 ${mostDaysAhead} 天预订`,
      `At most ${mostDaysAhead} days ahead`,
    ],
  ];
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
/** A span may end at midnight, written "24:00", but not begin there. */
const isSpan = ({ open, close }: Hours) =>
  clock.test(open) && (clock.test(close) || close === "24:00") && open !== close;
const isDay = (day: string) =>
  /^\d{4}-\d\d-\d\d$/.test(day) && Number.isFinite(midnightOf(day)) && dayAfter(day, 0) === day;

const overlap = (spans: readonly Span[]) =>
  spans.toSorted((a, b) => a.from - b.from).some((span, at, sorted) => span.from < (sorted[at - 1]?.to ?? 0));

function hoursRules(shop: Shop, now: number): Rule[] {
  const { hours, exceptions } = shop;
  const readable = hours.every(isSpan);
  const special = exceptions.every(({ day, hours: spans }) => isDay(day) && spans.every(isSpan));
  // Eight days from any day on: also the night from the last to the first day of the week.
  const week = readable ? spansFrom({ hours, exceptions: [], paused: null }, chinaDay(now), 8) : [];
  const days = special ? exceptions.map(({ day }) => spansOf(shop, day)) : [];
  return [
    [hours.length <= 14, "hours", "营业时间最多 14 段", "At most 14 opening spans"],
    [
      readable,
      "hours",
      "时间须写成 08:30 这样，开始与结束不能相同",
      "Write times like 08:30, beginning and end apart",
    ],
    [
      hours.every(({ weekdays }) => !weekdays || weekdays.length > 0),
      "hours",
      "请选择星期",
      "Choose weekdays",
    ],
    [!overlap(week), "hours", "营业时间互相重叠", "Opening hours overlap"],
    [exceptions.length <= 120, "exceptions", "特别安排最多 120 天", "At most 120 days with other hours"],
    [
      special,
      "exceptions",
      "日期须写成 2026-12-31、时间写成 08:30 这样",
      "Write days like 2026-12-31 and times like 08:30",
    ],
    [
      new Set(exceptions.map(({ day }) => day)).size === exceptions.length,
      "exceptions",
      "同一天有两条特别安排",
      "There are two exceptions for the same day",
    ],
    [!days.some(overlap), "exceptions", "营业时间互相重叠", "Opening hours overlap"],
  ];
}
