import { describe, expect, it, vi } from "vitest";
import { dictionary, fillIn, translator } from "./dictionary";

vi.mock("@tarojs/taro", () => ({ default: { getStorageSync: () => "", setStorageSync: () => undefined } }));

const words = dictionary({ pay: ["支付", "Pay"], missing: ["还差 {amount}", "{amount} to go"] });

describe("words", () => {
  it("come in the language asked for, with their gaps filled", () => {
    expect(translator(words, "zh")("missing", { amount: "¥3" })).toBe("还差 ¥3");
    expect(translator(words, "en")("missing", { amount: "¥3" })).toBe("¥3 to go");
    expect(translator(words, "en")("pay")).toBe("Pay");
  });

  it("do not compile without the values of their gaps", () => {
    const t = translator(words, "zh");
    // @ts-expect-error the gap {amount} needs a value
    expect(t("missing")).toBe("还差 {amount}");
  });

  it("leave a gap that nothing fills as it stands", () => {
    expect(fillIn("{a} {b}", { a: 1 })).toBe("1 {b}");
  });
});
