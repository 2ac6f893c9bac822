import { connect } from "@sanqi/database";
import { createLog } from "@sanqi/observability";
import { startJobs } from "./worker.ts";

// A process of its own, to be killed: says when it has begun, and never ends anything.
const databaseUrl = process.argv[2] ?? "";
const never = (what: string) => {
  console.log(what);
  return new Promise<never>(() => {});
};
await startJobs({
  databaseUrl,
  sql: connect(databaseUrl, { max: 2 }),
  tasks: [{ name: "note", parse: () => null, run: () => never("job") }],
  recurring: [{ name: "stir", everyMs: 1, run: () => never("recurring") }],
  log: createLog({ name: "child", write: () => {} }),
  onFailure: () => {},
  pollMs: 20,
});
