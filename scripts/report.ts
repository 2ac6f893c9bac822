import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";

/** One measured number; `goal` null means that there is none, `atMost` and `atLeast` say on which side of it is good. */
export type Figure = {
  readonly value: number;
  readonly unit: string;
  readonly goal: number | null;
  readonly good?: "atMost" | "atLeast";
};
export type Figures = Readonly<Record<string, Figure>>;
export type Report = {
  readonly name: string;
  /** Version of the PostgreSQL that was measured; null where none was. */
  readonly postgres: string | null;
  readonly figures: Figures;
};

const reportsFolder = path.resolve(import.meta.dirname, "../reports");

/** A figure without a goal never falls short; a goal without a side is an upper limit. */
export const fallsShort = ({ value, goal, good = "atMost" }: Figure): boolean =>
  goal !== null && !(good === "atMost" ? value <= goal : value >= goal);

/** What stands in reports/<name>.json. */
export const reportContent = ({ name, postgres, figures }: Report, at: Date) => ({
  name,
  at: at.toISOString(),
  machine: {
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 2 ** 20),
    node: process.version,
    postgres,
  },
  figures: Object.fromEntries(
    Object.entries(figures).map(([key, { value, unit, goal }]) => [key, { value, unit, goal }]),
  ),
});

/** The same as a table, with a mark at everything that falls short of its goal. */
export function reportTable(figures: Figures): string {
  const wide = Math.max(...Object.keys(figures).map((key) => key.length));
  const number = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 2 });
  return Object.entries(figures)
    .map(([key, figure]) => {
      const { value, unit, goal, good = "atMost" } = figure;
      const aim = goal === null ? "" : `${good === "atMost" ? "≤" : "≥"} ${number(goal)}`;
      const mark = fallsShort(figure) ? "  ✗ 未达标 falls short" : "";
      return `  ${key.padEnd(wide)} ${number(value).padStart(14)} ${unit.padEnd(8)} ${aim.padEnd(12)}${mark}`.trimEnd();
    })
    .join("\n");
}

/**
 * Writes reports/<name>.json and prints the table.
 * @returns the keys that fall short; whether that fails the run is the caller's decision
 */
export function report(
  told: Report,
  to: { folder?: string; print?: (text: string) => void } = {},
): { file: string; short: string[] } {
  const folder = to.folder ?? reportsFolder;
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${told.name}.json`);
  writeFileSync(file, `${JSON.stringify(reportContent(told, new Date()), null, 2)}\n`);
  (to.print ?? console.log)(reportTable(told.figures));
  const short = Object.entries(told.figures).flatMap(([key, figure]) => (fallsShort(figure) ? [key] : []));
  return { file, short };
}
