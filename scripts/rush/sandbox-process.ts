/** The platforms as a process of a rush's own product, at the rush's time of day. */
import { type SandboxCredentials, startSandbox } from "@sanqi/sandbox";
import { shiftedClock } from "./noon.ts";

const credentials = JSON.parse(process.env.SANQI_RUSH_CREDENTIALS ?? "") as SandboxCredentials;
const sandbox = await startSandbox({ credentials, clock: shiftedClock(process.env) });
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
process.send?.({ ready: { url: sandbox.url } });
