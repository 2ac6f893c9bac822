/** The BFF as a process of a crash run: as apps/bff/src/main.ts starts it, but at the run's time, and it is never asked to stop. */
import { createLog } from "@sanqi/observability";
import { readConfig } from "../../apps/bff/src/config/config.ts";
import { startProduct } from "../../apps/bff/src/product.ts";
import { clockOfRun } from "./clock.ts";
import { rareWork } from "./rare-work.ts";

const log = createLog({ name: "sanqi-bff", level: process.env.LOG_LEVEL ?? "error" });
const clock = clockOfRun(process.env);
// Whoever started this process is gone.
process.once("disconnect", () => process.exit(0));
const product = await startProduct(readConfig(process.env), { clock, log });
rareWork(product, log);
process.send?.({ ready: { port: product.port, consolePassword: product.consolePassword } });
