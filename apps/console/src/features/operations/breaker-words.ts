import type { BreakerReport } from "./use-operations.ts";

const badness = { open: 2, halfOpen: 1, closed: 0 } as const;
const worse = (a: BreakerReport, b: BreakerReport) => badness[b.state] - badness[a.state];

/** One service outside, with what each process finds of it; the worst report first. */
export type Service = {
  readonly name: string;
  readonly worst: BreakerReport;
  readonly reports: readonly BreakerReport[];
};

/** The reports of all processes by service, those that are given a rest first. */
export function servicesOf(reports: readonly BreakerReport[]): Service[] {
  const byName = Map.groupBy(reports, ({ name }) => name);
  return [...byName]
    .flatMap(([name, found]) => {
      const [worst, ...rest] = found.toSorted(worse);
      return worst ? [{ name, worst, reports: [worst, ...rest] }] : [];
    })
    .sort((a, b) => worse(a.worst, b.worst) || a.name.localeCompare(b.name));
}
