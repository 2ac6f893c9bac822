import { dictionary } from "@/features/i18n";

export const hoursWords = dictionary({
  title: ["营业时间", "Opening hours"],
  usual: ["平时", "Usually"],
  usualText: [
    "两段之间就是休息。一段可以过午夜。",
    "What lies between two spans is a break. A span may go past midnight.",
  ],
  noSpans: ["没有营业时间，店铺一直打烊", "Without hours the shop is always closed"],
  weekdays: ["哪几天（不选就是每天）", "On which days (none: every day)"],
  mon: ["一", "Mon"],
  tue: ["二", "Tue"],
  wed: ["三", "Wed"],
  thu: ["四", "Thu"],
  fri: ["五", "Fri"],
  sat: ["六", "Sat"],
  sun: ["日", "Sun"],
  opens: ["开始 {time}", "From {time}"],
  closes: ["结束 {time}", "To {time}"],
  opensAt: ["几点开始", "Opens at"],
  closesAt: ["几点结束", "Closes at"],
  nextDay: ["次日 {time}", "{time} next day"],
  hour: ["时", "Hour"],
  minutes: ["分", "Minutes"],
  addSpan: ["加一段", "Add a span"],
  removeSpan: ["删除这一段", "Remove this span"],
  special: ["特别安排", "Days with other hours"],
  specialText: [
    "节假日休息、换时间，只影响那一天。",
    "Holidays or other hours; they count for that day alone.",
  ],
  addDay: ["加一天", "Add a day"],
  pickDay: ["选日期", "Choose a day"],
  removeDay: ["删除 {day}", "Remove {day}"],
  closed: ["全天休息", "Closed all day"],
  reason: ["原因（选填，学生会看到）", "Reason in Chinese (optional; students see it)"],
  reasonEn: ["英文原因（选填）", "Reason in English (optional)"],
  month: ["{year} 年 {month} 月", "{year}-{month}"],
  earlier: ["上个月", "Earlier"],
  later: ["下个月", "Later"],
  day: ["{month} 月 {day} 日 周{weekday}", "{month}/{day} {weekday}"],
  choose: ["就用 {time}", "Take {time}"],
  save: ["保存", "Save"],
  saved: ["营业时间已保存", "The hours are saved"],
});

/** Monday first, as the catalog counts them from 1. */
export const weekdayKeys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
