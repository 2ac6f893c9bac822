import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { until } from "@sanqi/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createJobDesk, enqueue } from "./index.ts";
import { type JobStage, noting, setJobStage } from "./stage-for-tests.ts";

let stage: JobStage;
let child: ChildProcess;
beforeEach(async () => {
  stage = await setJobStage();
});
afterEach(async () => {
  child.kill("SIGKILL");
  await stage.drop();
});

/** Another process, in the middle of a job and of recurring work. */
async function begunElsewhere(): Promise<void> {
  await enqueue(stage.sql, {
    task: "note",
    key: "soup",
    payload: { who: "soup" },
    runAt: Date.now() - 1_000,
  });
  child = spawn(process.execPath, [path.join(import.meta.dirname, "child-for-tests.ts"), stage.url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = new Set<string>();
  if (child.stdout) createInterface(child.stdout).on("line", (line) => said.add(line));
  await until(() => said.has("job") && said.has("recurring"));
}

const here = (seen: string[]) =>
  stage.start({
    tasks: [noting("note", seen)],
    recurring: [{ name: "stir", everyMs: 50, run: async () => void seen.push("stirred") }],
  });

describe("a process that is killed in the middle of its work", () => {
  it("is survived: another one does its job and its recurring work within seconds", async () => {
    await begunElsewhere();
    const seen: string[] = [];
    const worker = await here(seen);
    await until(async () => (await createJobDesk(stage.sql).figures()).workers === 2);
    expect(seen).toEqual([]);
    const killedAt = performance.now();
    child.kill("SIGKILL");
    await until(() => seen.includes("soup") && seen.filter((what) => what === "stirred").length > 1);
    expect(performance.now() - killedAt).toBeLessThan(20_000);
    await worker.stop();
    expect(seen.filter((what) => what === "soup")).toHaveLength(1);
    expect(await stage.keys()).toEqual(["every/stir"]);
    expect(stage.logLines.join()).toContain("jobs of dead workers go to others");
  });

  it("is survived by the next start alone, with nobody there in between", async () => {
    await begunElsewhere();
    child.kill("SIGKILL");
    const seen: string[] = [];
    const worker = await here(seen);
    await until(() => seen.includes("soup") && seen.includes("stirred"));
    await worker.stop();
    expect(await stage.locked()).toBe(0);
  });

  it("leaves no second job behind where its key was moved while it ran", async () => {
    await begunElsewhere();
    await enqueue(stage.sql, {
      task: "note",
      key: "soup",
      payload: { who: "stew" },
      runAt: Date.now() + 3_600_000,
    });
    child.kill("SIGKILL");
    const worker = await here([]);
    await until(async () => (await stage.locked()) === 0 && (await stage.keys()).length === 2);
    await worker.stop();
    expect(await stage.keys()).toEqual(["every/stir", "soup"]);
    expect((await createJobDesk(stage.sql).figures()).parked).toBe(0);
  });
});
