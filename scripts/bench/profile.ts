import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What V8 writes with --cpu-prof, as far as it is read here. */
export type CpuProfile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
};

export type Hot = { readonly where: string; readonly share: number };

/** A file as people name it: a module's, or one of ours from the repository's root. */
const placeOf = (url: string, root: string) =>
  url
    .replace(/^file:\/\//, "")
    .replace(/^.*\/node_modules\//, "")
    .replace(`${root}/`, "");

/** The functions in which the process itself spent most of its busy time, as shares of that time. */
export function hottest(profile: CpuProfile, root: string, most: number): Hot[] {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = new Map<string, number>();
  let busy = 0;
  for (const [at, id] of profile.samples.entries()) {
    const frame = frames.get(id);
    const time = profile.timeDeltas[at] ?? 0;
    if (!frame || frame.functionName === "(idle)") continue;
    busy += time;
    const { functionName, url, lineNumber } = frame;
    const where = `${functionName || "(anonymous)"}${url ? ` ${placeOf(url, root)}:${lineNumber + 1}` : ""}`;
    spent.set(where, (spent.get(where) ?? 0) + time);
  }
  return [...spent]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([where, time]) => ({ where, share: busy === 0 ? 0 : time / busy }));
}

const repository = path.resolve(import.meta.dirname, "../..");
const shown = 25;

/** The newest profile of a folder in a few lines: the names of profiles begin with the time. */
export function newestProfile(folder: string): string {
  const file = readdirSync(folder)
    .filter((name) => name.endsWith(".cpuprofile"))
    .sort()
    .at(-1);
  if (!file) return "  no profile was written";
  const profile = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as CpuProfile;
  const lines = hottest(profile, repository, shown).map(
    ({ where, share }) => `  ${(share * 100).toFixed(1).padStart(5)} %  ${where}`,
  );
  return [`  own time of the BFF's functions (${path.join(folder, file)}):`, ...lines].join("\n");
}
