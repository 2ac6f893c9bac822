import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";

const file = path.join(import.meta.dirname, "step-boundary.ts");
/** A process that reaches one boundary twice, another once between them, and says how far it got. */
const steps = `
  const { reach } = await import(${JSON.stringify(file)});
  const { writeSync } = await import("node:fs");
  reach("place.priced"); writeSync(1, "1");
  reach("place.committed"); writeSync(1, "2");
  reach("place.priced"); writeSync(1, "3");`;
const run = (dieAt?: string) => {
  const { SANQI_DIE_AT: _own, ...env } = process.env;
  const child = spawnSync(process.execPath, ["--input-type=module", "-e", steps], {
    env: { ...env, ...(dieAt === undefined ? {} : { SANQI_DIE_AT: dieAt }) },
    encoding: "utf8",
  });
  return { got: child.stdout, signal: child.signal, status: child.status, said: child.stderr };
};

describe("a process", () => {
  it("that nobody armed passes its boundaries", () => {
    expect(run()).toMatchObject({ got: "123", signal: null, status: 0 });
    expect(run("")).toMatchObject({ got: "123", signal: null, status: 0 });
  });

  it("dies at the armed boundary, the n-th time and not before", () => {
    expect(run("place.priced:1")).toMatchObject({ got: "", signal: "SIGKILL" });
    expect(run("place.priced:2")).toMatchObject({ got: "12", signal: "SIGKILL" });
    expect(run("place.priced:3")).toMatchObject({ got: "123", signal: null });
    expect(run("place.committed")).toMatchObject({ got: "1", signal: "SIGKILL" });
  });

  it.each(["place.pricd:1", "place.priced:0", "place.priced:x", "toString:1"])(
    "does not start with %s",
    (dieAt) => {
      const { got, status, said } = run(dieAt);
      expect([got, status]).toEqual(["", 1]);
      expect(said).toContain("names no boundary");
    },
  );
});
