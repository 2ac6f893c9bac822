import path from "node:path";
import { startChild } from "../child.ts";
import type { LoadJobs, LoadKind, LoadResults } from "./load-jobs.ts";

export type Generator = {
  readonly pid: number;
  run<K extends LoadKind>(kind: K, job: LoadJobs[K]): Promise<LoadResults[K]>;
  stop(): Promise<void>;
};

/** Starts the load generator; it does one job at a time. */
export async function startGenerator(onDeath: (what: string) => void): Promise<Generator> {
  const child = await startChild<object>(path.join(import.meta.dirname, "load-process.ts"), process.env, {
    exit: (code) => onDeath(`the load generator stopped with ${code}`),
  });
  return {
    pid: child.process.pid ?? 0,
    run: <K extends LoadKind>(kind: K, job: LoadJobs[K]) =>
      new Promise<LoadResults[K]>((resolve, reject) => {
        child.process.once("message", (said: { result?: LoadResults[K]; failed?: string }) =>
          said.result ? resolve(said.result) : reject(new Error(said.failed)),
        );
        child.process.send({ kind, job });
      }),
    stop: child.stop,
  };
}
