import type { Ticket, TicketRow } from "@sanqi/orders";
import iconv from "iconv-lite";

/** ESC/POS as receipt printers for China take it: text in GB18030 (of which GBK is a part), Chinese mode on. */
const init = Uint8Array.of(0x1b, 0x40, 0x1c, 0x26);
const align = (centre: boolean) => Uint8Array.of(0x1b, 0x61, centre ? 1 : 0);
/** GS ! for ASCII and FS ! for Chinese characters: many printers keep the two sizes apart. */
const size = (wide: boolean) => Uint8Array.of(0x1d, 0x21, wide ? 0x11 : 0x00, 0x1c, 0x21, wide ? 0x0c : 0x00);
const feedAndCut = Uint8Array.of(0x1b, 0x64, 3, 0x1d, 0x56, 0x42, 0);

/** Columns that a text takes: a Chinese character and full-width punctuation fill two. */
export const columnsOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);

/** No control character of an order's note may reach the printer: it could be a command. */
const printable = (text: string) => text.replace(/\p{Cc}/gu, " ");

/** The text in rows of so many columns; a character is never cut. */
function wrapped(text: string, columns: number): string[] {
  const rows = [""];
  for (const char of printable(text)) {
    const row = rows.at(-1) ?? "";
    if (columnsOf(row) + columnsOf(char) > columns) rows.push(char);
    else rows[rows.length - 1] = row + char;
  }
  return rows;
}

function pairRows(left: string, right: string, columns: number): string[] {
  const rows = wrapped(left, columns);
  const last = rows.pop() ?? "";
  const gap = columns - columnsOf(last) - columnsOf(right);
  // No room beside it: the second text gets a row of its own.
  if (gap < 1) return [...rows, last, " ".repeat(Math.max(0, columns - columnsOf(right))) + right];
  return [...rows, last + " ".repeat(gap) + right];
}

function bytesOf(row: TicketRow, columns: number): Uint8Array[] {
  if (row.kind === "cut") return [feedAndCut];
  if (row.kind === "rule") return [size(false), align(false), encoded("-".repeat(columns))];
  const room = row.wide ? Math.floor(columns / 2) : columns;
  const rows = row.kind === "pair" ? pairRows(row.text, printable(row.right), room) : wrapped(row.text, room);
  return [align(row.kind === "text" && row.align === "centre"), size(row.wide), ...rows.map(encoded)];
}

const encoded = (text: string): Uint8Array => iconv.encode(`${text}\n`, "gb18030");

/**
 * A ticket as bytes for a receipt printer.
 * @param columns characters in a row at normal size: 32 on 58 mm paper, 48 on 80 mm
 */
export const escPosOf = (ticket: Ticket, columns: 32 | 48): Uint8Array =>
  Buffer.concat([init, ...ticket.rows.flatMap((row) => bytesOf(row, columns))]);
