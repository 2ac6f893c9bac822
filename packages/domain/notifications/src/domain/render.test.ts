import { fen, toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { type OrderNews, renderCareAlert, renderOrderNews, subscribableKinds, toldEvents } from "./index.ts";

const noon = 1_795_406_400_000;
const payload: OrderNews["payload"] = {
  orderId: toId("order", "ord_00000000000000000001"),
  orderNo: "A137",
  shopName: "兰州牛肉面",
  placeName: "澜园2号楼",
  totalFen: fen(1_705),
  paid: true,
  riderName: "周师傅",
  promise: { earliest: noon + 1_800_000, latest: noon + 2_400_000 },
  reason: null,
  at: noon,
};
const tell = (type: string, change: Partial<OrderNews["payload"]> = {}) =>
  renderOrderNews({ type, payload: { ...payload, ...change } });

describe("what a student is told", () => {
  it("rings for four moments, with every value of the template", () => {
    const messages = toldEvents.flatMap((type) => tell(type)?.message ?? []);
    expect(messages.map((m) => m.kind).sort()).toEqual([...subscribableKinds].sort());
    for (const message of messages) expect(Object.values(message).every((value) => value !== "")).toBe(true);
    expect(tell("order.accepted")?.message).toMatchObject({ eta: "12:30~12:40", orderNo: "A137" });
    expect(tell("order.delivered")?.message).toMatchObject({ at: "12:00", place: "澜园2号楼" });
    expect(tell("order.refunded")?.message).toMatchObject({ amount: "17.05元", reason: "订单未能完成" });
    expect(tell("order.pickedUp", { riderName: null })?.message).toMatchObject({ rider: "骑手" });
  });
  it("always has words in both languages, without holes", () => {
    for (const type of toldEvents) {
      const words = tell(type, { reason: "厨房缺货" })?.inboxWords;
      for (const text of [words?.title.zh, words?.title.en, words?.text.zh, words?.text.en]) {
        expect(text?.length).toBeGreaterThan(2);
        expect(text).not.toMatch(/undefined|null|NaN/);
      }
    }
  });
  it("says why an order ended and where the money goes", () => {
    expect(tell("order.refused", { reason: "厨房缺货" })?.inboxWords.text).toEqual({
      zh: "兰州牛肉面的订单 A137 商家未能接单（厨房缺货）。实付 ¥17.05 将原路退回。",
      en: "Order A137 from 兰州牛肉面 was refused (厨房缺货). ¥17.05 goes back the way it was paid.",
    });
    expect(tell("order.expired", { paid: false })?.inboxWords.text.zh).not.toContain("退回");
  });
  it("says until when a kitchen has time to accept", () => {
    expect(tell("order.unaccepted", { acceptBy: noon + 600_000 })?.inboxWords.text).toEqual({
      zh: "兰州牛肉面还没有接单 A137，最晚 12:10，届时未接会自动全额退款。",
      en: "兰州牛肉面 has not accepted order A137 yet; the latest is 12:10. If it is not accepted, all money goes back by itself.",
    });
  });
  it("says the day of a pre-order, and that nothing is cooked yet", () => {
    const next = { earliest: noon + 86_400_000, latest: noon + 87_300_000 };
    const told = tell("order.accepted", { slot: { from: next.earliest, to: next.latest }, promise: next });
    expect(told?.inboxWords.text.zh).toMatch(/已接下预订 A137，预计 \d+ 月 \d+ 日 12:00~12:15 送达/);
    expect(told?.message).toMatchObject({ eta: expect.stringMatching(/^\d{4}-\d{2}-\d{2} 12:00~12:15$/) });
    expect(tell("order.accepted", { handover: "pickup" })?.inboxWords.text.zh).toContain("可取");
  });
  it("sends nobody to wait for a rider who does not come", () => {
    expect(tell("order.ready", { handover: "pickup" })?.inboxWords.text.zh).toContain("到店出示取餐码");
    expect(tell("order.ready", { handover: "table" })?.inboxWords.text.zh).toContain("端到澜园2号楼");
    expect(tell("order.delivered", { handover: "pickup" })?.inboxWords.title.zh).toBe("已取餐");
  });
  it("names the part that goes back, not the whole", () => {
    expect(tell("order.refunded", { amountFen: fen(500) })?.message).toMatchObject({ amount: "5.00元" });
    expect(tell("order.refundAgreed", { amountFen: fen(500) })?.inboxWords.text.zh).toContain("¥5.00");
  });
  it("is nothing for events that concern nobody else", () => {
    expect(["order.placed", "order.rated", "toString"].map((type) => tell(type))).toEqual([null, null, null]);
  });
});

describe("what a counselor is told", () => {
  it("is a number, no names", () => {
    const told = renderCareAlert({ department: "计算机与智能学院", count: 2, at: noon });
    expect(told.message).toEqual({
      kind: "care-alert",
      department: "计算机与智能学院",
      count: 2,
      at: "12:00",
    });
    expect(told.inboxWords.text.en).toContain("2 students need attention");
  });
});
