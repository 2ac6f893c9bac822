import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

const fieldsOf = (pid: number | string): string[] | null => {
  try {
    // The name of a process may hold blanks and parentheses: what counts stands behind its last one.
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
};
const own = (fields: readonly string[]) => (Number(fields[11]) + Number(fields[12])) * tickMs;

/** Processor time of a process so far, ms. */
export const cpuMsOf = (pid: number): number => own(fieldsOf(pid) ?? []) || 0;

/** The same for a process and all its children, those that have ended included. */
export function cpuMsOfFamily(pid: number): number {
  const top = fieldsOf(pid);
  if (!top) return 0;
  let sum = own(top) + (Number(top[13]) + Number(top[14])) * tickMs;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const fields = fieldsOf(name);
    if (fields && Number(fields[1]) === pid) sum += own(fields);
  }
  return sum;
}

/** Memory that a process holds right now, MB. */
export function rssMbOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export type Cost = { readonly bffMs: number; readonly postgresMs: number; readonly generatorMs: number };

/** Starts counting; the answer tells what each part of the machine has spent since. */
export function startCounting(pids: { bff: number; postgres: number; generator: number }): () => Cost {
  const look = () => [cpuMsOf(pids.bff), cpuMsOfFamily(pids.postgres), cpuMsOf(pids.generator)] as const;
  const before = look();
  return () => {
    const [bffMs, postgresMs, generatorMs] = look();
    return {
      bffMs: bffMs - before[0],
      postgresMs: postgresMs - before[1],
      generatorMs: generatorMs - before[2],
    };
  };
}
