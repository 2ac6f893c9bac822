import { describe, expect, it } from "vitest";
import { type Ticket, ticketSheet } from "./ticket-sheet";

const ticket = {
  orderNo: "A137",
  escPos: "",
  rows: [
    { kind: "text", text: "自取 A137", align: "centre", wide: true },
    { kind: "rule" },
    { kind: "pair", text: "牛肉面", right: "×2", wide: true },
    { kind: "text", text: '备注：<img src=x onerror="alert(1)"> & 少辣', align: "left", wide: false },
    { kind: "cut" },
  ],
} as Ticket;

describe("a ticket on paper", () => {
  it("has a row for each of the ticket's, in their order", () => {
    const { title, body } = ticketSheet(ticket, 58);
    expect(title).toBe("A137");
    expect(
      body.startsWith(
        '<p class="centre wide">自取 A137</p><hr><p class="pair wide"><span>牛肉面</span><span>×2</span></p>',
      ),
    ).toBe(true);
    expect(body.match(/<p/g)).toHaveLength(3);
  });

  it("prints what people wrote, and runs nothing of it", () => {
    const { body } = ticketSheet(ticket, 58);
    expect(body).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; 少辣");
    expect(body).not.toContain("<img");
  });

  it("is as wide as the roll", () => {
    for (const width of [58, 80] as const)
      expect(ticketSheet(ticket, width).css).toContain(`@page{size:${width}mm auto;margin:0}`);
  });
});
