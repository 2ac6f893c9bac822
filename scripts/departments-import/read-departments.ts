import { stableId } from "@sanqi/campus";
import type { DepartmentRow } from "@sanqi/care/use-cases";
import type { CampusId } from "@sanqi/kernel";

export type ReadDepartments = { readonly rows: readonly DepartmentRow[]; readonly bad: readonly string[] };

/** The columns that the first line names, in any order; `dingtalk_dept_id` may be left out. */
const columns = ["key", "name", "dingtalk_dept_id"] as const;
type Column = (typeof columns)[number];

/**
 * Departments from CSV (comma, optional double quotes, first line: names of the columns). Ids depend on campus and key only,
 * so that the same keys update. `bad` names each line that has to be corrected; where there is one, nothing may be written.
 */
export function readDepartments(text: string, campusId: CampusId): ReadDepartments {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const heads = cells(lines[0] ?? "").map((head) => head.toLowerCase());
  const unknown = heads.filter((head) => !columns.some((column) => column === head));
  if (unknown.length > 0 || !heads.includes("key") || !heads.includes("name"))
    return {
      rows: [],
      bad: [`1: 第一行须是 key,name,dingtalk_dept_id / the first line is key,name,dingtalk_dept_id`],
    };
  const rows: DepartmentRow[] = [];
  const bad: string[] = [];
  const seen = { key: new Set<string>(), name: new Set<string>(), dingtalk_dept_id: new Set<string>() };
  for (const [at, line] of lines.entries()) {
    if (at === 0 || line.trim() === "") continue;
    const given = cells(line);
    const cell = (column: Column) => given[heads.indexOf(column)] ?? "";
    const problem = given.length > heads.length ? "列太多 / too many columns" : problemOf(cell, seen);
    if (problem) bad.push(`${at + 1}: ${problem}`);
    const deptId = cell("dingtalk_dept_id");
    rows.push({
      departmentId: stableId("department", `${campusId}/${cell("key")}`),
      name: cell("name"),
      dingtalkDeptId: deptId === "" ? null : Number(deptId),
    });
  }
  if (rows.length === 0) bad.push("2: 没有院系 / there is no department");
  return { rows, bad };
}

function problemOf(cell: (column: Column) => string, seen: Record<Column, Set<string>>): string | null {
  if (!/^[0-9a-z][0-9a-z-]{0,39}$/.test(cell("key")))
    return "key 用小写字母、数字和连字符 / key has lower-case letters, digits and hyphens";
  if (cell("name") === "" || cell("name").length > 60)
    return "name 须有 1 到 60 个字 / name has 1 to 60 characters";
  if (!/^\d{0,15}$/.test(cell("dingtalk_dept_id")))
    return "dingtalk_dept_id 须是数字 / dingtalk_dept_id is a number";
  for (const column of columns) {
    const value = cell(column);
    if (value !== "" && seen[column].has(value)) return `${column} 重复 / stands here twice: ${value}`;
    seen[column].add(value);
  }
  return null;
}

/** One line's cells, trimmed; a quoted one may hold commas, and quotes written twice. */
function cells(line: string): string[] {
  const found = line.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))/g);
  return [...found].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? "").trim());
}
