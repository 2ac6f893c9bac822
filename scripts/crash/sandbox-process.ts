/** The platforms as a process of a crash run, at the run's time. */
import { type SandboxCredentials, startSandbox } from "@sanqi/sandbox";
import { clockOfRun } from "./clock.ts";

const credentials = JSON.parse(process.env.SANQI_CRASH_CREDENTIALS ?? "") as SandboxCredentials;
// Notifications are tried again after a fraction of the real waits: a round is short.
const sandbox = await startSandbox({ credentials, clock: clockOfRun(process.env), notifyScale: 0.02 });
process.once("disconnect", () => process.exit(0));
process.send?.({ ready: { url: sandbox.url } });
