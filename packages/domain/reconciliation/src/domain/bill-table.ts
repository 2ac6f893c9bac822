import { err, ok, type Result } from "@sanqi/kernel";
import type { BillError } from "./bill.ts";

/**
 * The values of one line of a bill file: each after a backtick (WeChat Pay), or separated by commas with quotes around what
 * holds one. Spaces and tabs at the edges are padding.
 */
export function billCells(line: string): string[] {
  const cells = line.startsWith("`") ? line.slice(1).split(",`") : quotedCells(line);
  return cells.map((cell) => cell.trim());
}

function quotedCells(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const char = line[i];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (line[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === ",") {
      cells.push(cell);
      cell = "";
    } else cell += char;
  }
  return [...cells, cell];
}

/** Column names as they are compared: without byte order mark, padding and backtick, brackets in their narrow form. */
const columnName = (text: string): string =>
  text
    .replace(/[\uFEFF\s`]/g, "")
    .replaceAll("（", "(")
    .replaceAll("）", ")");

/** True where `line` is a header that holds this column. */
export const hasColumn = (line: string, column: string): boolean =>
  billCells(line).map(columnName).includes(columnName(column));

/**
 * Reads lines by the names of their columns, wherever these stand; columns that nobody asked for are left aside.
 * @param columns what is read, by the name that the file uses; `optional` ones read as "" where the file has none
 * @param lines `firstLine`: the number of the first row in the file, where the rows are only a part of it
 */
export function readTable<K extends string>(
  lines: { readonly header: string; readonly rows: readonly string[]; readonly firstLine?: number },
  columns: Readonly<Record<K, string>>,
  optional: readonly NoInfer<K>[] = [],
): Result<Record<K, string>[], BillError> {
  const header = billCells(lines.header).map(columnName);
  const keys = Object.keys(columns) as K[];
  const places = new Map(keys.map((key) => [key, header.indexOf(columnName(columns[key]))]));
  const missing = keys.filter((key) => places.get(key) === -1 && !optional.includes(key));
  if (missing.length > 0) return corrupt(`columns missing: ${missing.map((key) => columns[key]).join(", ")}`);
  const read: Record<K, string>[] = [];
  for (const [index, line] of lines.rows.entries()) {
    const cells = billCells(line);
    if (cells.length !== header.length)
      return corrupt(
        `line ${(lines.firstLine ?? 1) + index} has ${cells.length} values, the header ${header.length}`,
      );
    read.push(
      Object.fromEntries(keys.map((key) => [key, cells[places.get(key) ?? -1] ?? ""])) as Record<K, string>,
    );
  }
  return ok(read);
}

/** The file is not the whole, true bill. */
export const corrupt = (detail: string): Result<never, BillError> => err({ kind: "billCorrupt", detail });
