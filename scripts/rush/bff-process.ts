/** The BFF as a process of a rush's own product: as apps/bff/src/main.ts starts it, but at the rush's time of day. */
import { createLog } from "@sanqi/observability";
import { readConfig } from "../../apps/bff/src/config/config.ts";
import { startProduct } from "../../apps/bff/src/product.ts";
import { shiftedClock } from "./noon.ts";

const log = createLog({ name: "sanqi-bff", level: process.env.LOG_LEVEL ?? "warn" });
const product = await startProduct(readConfig(process.env), { clock: shiftedClock(process.env), log });
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void product.stop().then(() => process.exit(0)));
process.send?.({ ready: { port: product.port, consolePassword: product.consolePassword } });
