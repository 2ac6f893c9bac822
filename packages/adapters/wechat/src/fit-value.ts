import { shorten } from "@sanqi/outbound";

/** Line ends and control characters are refused in every type (47003). */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

const clock = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)`;
const date = String.raw`\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}) ?`;
const time = new RegExp(`(?:(?:${date})|(?<![\\d:]))${clock}`);
const range = new RegExp(`(${time.source}) *[-–—~～至] *(${clock})`);
const money = /\d{1,10}(?:\.\d{1,2})?/;

/** How each type of field wants its value; limits from the platform's table of subscribe-message parameters. */
const fitters: Readonly<Record<string, (text: string) => string | undefined>> = {
  // An empty value is refused, and people should see that nothing was left out.
  thing: (text) => shorten(text || "无", 20),
  character_string: (text) => text.replace(/[^\x21-\x7e]/g, "").slice(0, 32) || undefined,
  time(text) {
    const between = range.exec(text);
    return between ? `${between[1]}~${between[2]}` : time.exec(text)?.[0];
  },
  amount(text) {
    const yuan = money.exec(text.replaceAll(",", ""))?.[0];
    // At most ten digits, whatever the point.
    return yuan && yuan.replace(".", "").length <= 10 ? `¥${yuan}` : undefined;
  },
  name(text) {
    const letters = text.replace(/[^\p{Script=Han}A-Za-z· ]/gu, "").trim() || "未署名";
    return shorten(letters, /\p{Script=Han}/u.test(letters) ? 10 : 20, "");
  },
};

/** The value for a field such as `thing1`; undefined where the text cannot be brought into the form of the field's type. */
export function fitValue(key: string, text: string): string | undefined {
  return fitters[key.replace(/\d+$/, "")]?.(oneLine(text));
}
