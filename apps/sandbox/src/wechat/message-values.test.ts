import { describe, expect, it } from "vitest";
import { valueAllowed } from "./message-values.ts";

const good = {
  thing1: ["二十个字以内的任意文字", "Mixed 文字 123!"],
  number2: ["12", "12.50", "-3"],
  letter3: ["abc"],
  symbol4: ["***"],
  character_string5: ["A-1024/7"],
  time6: [
    "12:05",
    "12:05:30",
    "2026年11月22日 12:05",
    "2026-11-22 12:05",
    "12:05~12:35",
    "2026-11-22 12:05~12:35",
  ],
  date7: ["2026年11月22日", "2026/11/22", "2026-11-22 12:05", "2026-11-22~2026-11-23"],
  amount8: ["¥18.50", "18.50元", "0.01"],
  phone_number9: ["+86-139 0000 0000"],
  car_number10: ["粤A12345"],
  name11: ["王师傅", "Lin Xiaoman", "王Sam"],
  phrase12: ["已送达"],
};
const bad = {
  thing1: ["一二三四五六七八九十一二三四五六七八九十一", "", "a\tb"],
  number2: ["twelve", "1".repeat(33)],
  letter3: ["abc1", "a".repeat(33)],
  symbol4: ["abc", "******"],
  character_string5: ["中文", "x".repeat(33), "a b"],
  time6: ["soon", "25:00", "12:05~later", "12:05~12:10~12:15"],
  date7: ["tomorrow", "12:05"],
  amount8: ["¥¥1", "12345678901", "十元"],
  phone_number9: ["1".repeat(18), "phone"],
  car_number10: ["粤A12345678"],
  name11: ["一二三四五六七八九十一", "a".repeat(21), "R2D2"],
  phrase12: ["已经送达了哦", "done"],
  unknown13: ["x"],
};

describe("values by the type of their key", () => {
  it.each(Object.entries(good).flatMap(([key, values]) => values.map((value) => [key, value])))(
    "%s takes %s",
    (key, value) => {
      expect(valueAllowed(key ?? "", value)).toBe(true);
    },
  );
  it.each(Object.entries(bad).flatMap(([key, values]) => values.map((value) => [key, value])))(
    "%s refuses %j",
    (key, value) => {
      expect(valueAllowed(key ?? "", value)).toBe(false);
    },
  );
  it("refuses what is not text", () => {
    expect(valueAllowed("thing1", 5)).toBe(false);
  });
});
