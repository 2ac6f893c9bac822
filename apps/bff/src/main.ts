import { createLog } from "@sanqi/observability";
import { readConfig } from "./config/config.ts";
import { productionRefusals } from "./config/production-refusals.ts";
import { startProduct } from "./product.ts";

const log = createLog({ name: "sanqi-bff", level: process.env.LOG_LEVEL ?? "info" });

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const refusals = productionRefusals(config);
  if (refusals.length > 0)
    throw new Error(`this configuration must not serve real people:\n- ${refusals.join("\n- ")}`);
  const product = await startProduct(config, {
    clock: { now: Date.now },
    log,
    onFirstPassword(password) {
      // Told at once: a start that fails later must not take the only copy with it.
      const notice = `控制台首次登录 first console log-in: ${config.consoleUser} / ${password}（只显示这一次 shown only this once）`;
      if (process.send) process.send({ notice });
      else console.error(notice);
    },
  });
  let stopping = false;
  // "disconnect": the script that started this process is gone.
  for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info("stopping", { signal });
      product.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error("not stopped in order", { error });
          process.exit(1);
        },
      );
    });
  }
  // Last: whoever hears that we are ready may ask us to stop in the same moment.
  const { port, consolePassword, addresses } = product;
  log.info("started", { port, mode: config.mode });
  process.send?.({ ready: { port, consolePassword, addresses } });
}

main().catch((error: unknown) => {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  log.error("not started", { error });
  process.exit(1);
});
