const chars = (text: string): number => [...text].length;
const date = String.raw`(\d{4}年\d{1,2}月\d{1,2}日|\d{4}(?<sep>[-/.])\d{1,2}\k<sep>\d{1,2})`;
const clock = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const timeOne = new RegExp(`^(${date} ?)?${clock}$`);
const dateOne = new RegExp(`^${date}( ?${clock})?$`);

/** A range joins two times by "~"; its end may leave out the day. */
const range = (one: RegExp, end: RegExp) => (text: string) => {
  const [from, to, more] = text.split("~").map((part) => part.trim());
  if (from === undefined || more !== undefined || !one.test(from)) return false;
  return to === undefined || one.test(to) || end.test(to);
};

/** Value rules by the type that starts the key (wechat.md 5). */
const rules: Record<string, (text: string) => boolean> = {
  thing: (text) => chars(text) <= 20,
  number: (text) => /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, "").length <= 32,
  letter: (text) => /^[A-Za-z]{1,32}$/.test(text),
  symbol: (text) => chars(text) <= 5 && /^[^\p{L}\p{N}]+$/u.test(text),
  character_string: (text) => /^[\x21-\x7e]{1,32}$/.test(text),
  time: range(timeOne, timeOne),
  date: range(dateOne, timeOne),
  amount: (text) => /^[¥￥$€£]?-?\d+(\.\d+)?元?$/.test(text) && text.replace(/\D/g, "").length <= 10,
  phone_number: (text) => /^[\d+\-() ]{1,17}$/.test(text),
  car_number: (text) => chars(text) <= 8,
  // 10 Chinese characters or 20 letters; a mixture counts each Chinese character as two letters.
  name: (text) =>
    /^[\p{L}· .]+$/u.test(text) && chars(text) + (text.match(/\p{Script=Han}/gu)?.length ?? 0) <= 20,
  phrase: (text) => /^\p{Script=Han}{1,5}$/u.test(text),
};

/** Whether a value may stand under a key such as "thing1". */
export function valueAllowed(key: string, value: unknown): boolean {
  if (typeof value !== "string" || value.trim() === "" || /\p{Cc}/u.test(value)) return false;
  const rule = rules[key.replace(/\d+$/, "")];
  return rule?.(value) ?? false;
}
