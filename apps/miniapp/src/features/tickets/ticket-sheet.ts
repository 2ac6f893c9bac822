import type { Outputs } from "@/rpc";
import { escaped } from "./escaped";

export type Ticket = Outputs["merchant"]["ticket"];
type Row = Ticket["rows"][number];
/** Millimetres of the paper roll. */
export type PaperWidth = 58 | 80;

/** What receipt printers leave white on both sides together. */
const margins = 8;

function rowOf(row: Row): string {
  if (row.kind === "cut") return "";
  if (row.kind === "rule") return "<hr>";
  const size = row.wide ? " wide" : "";
  if (row.kind === "pair")
    return `<p class="pair${size}"><span>${escaped(row.text)}</span><span>${escaped(row.right)}</span></p>`;
  return `<p class="${row.align}${size}">${escaped(row.text)}</p>`;
}

/** A ticket as a sheet for the browser's print window, one paper roll wide and as long as it gets. */
export function ticketSheet(ticket: Ticket, width: PaperWidth) {
  return {
    title: escaped(ticket.orderNo),
    body: ticket.rows.map(rowOf).join(""),
    css: [
      `@page{size:${width}mm auto;margin:0}`,
      `body{box-sizing:border-box;width:${width}mm;margin:0;padding:2mm ${margins / 2}mm;font:${width === 58 ? 12 : 14}px/1.4 sans-serif;color:#000;background:#fff}`,
      "p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}",
      ".centre{text-align:center}.wide{font-size:1.6em;font-weight:700;line-height:1.3}",
      ".pair{display:flex;justify-content:space-between;gap:2mm}.pair span+span{flex:none}",
      "hr{border:0;border-top:1px dashed #000;margin:1.5mm 0}",
    ].join(""),
  };
}
