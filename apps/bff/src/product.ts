import { randomBytes } from "node:crypto";
import { alone, connect, migrate } from "@sanqi/database";
import { prepareJobs } from "@sanqi/jobs/worker";
import { type CampusId, type Clock, second, toId } from "@sanqi/kernel";
import { createMetrics, type Log } from "@sanqi/observability";
import type { OrderEventPayload } from "@sanqi/orders";
import { createBell, type Published, type Pump, startPump } from "@sanqi/outbox";
import { demoCampus } from "../demo/people.ts";
import { composeBus } from "./composition-root/bus.ts";
import { compose, type Parts } from "./composition-root/index.ts";
import { migrations } from "./composition-root/migrations.ts";
import { createPlatforms } from "./composition-root/platforms.ts";
import type { Config } from "./config/config.ts";
import { clientConfigOf } from "./http/client-config.ts";
import { startServer } from "./http/server.ts";
import { createTransport } from "./http/transport.ts";
import { demoAddresses } from "./seed/demo-addresses.ts";
import { readDemo } from "./seed/demo-content.ts";
import { seedDemo } from "./seed/seed-demo.ts";
import { startWork } from "./workers/start-work.ts";
import { startTimers } from "./workers/timers.ts";

export type Product = {
  readonly port: number;
  /** Set when this start made the console's first operator. */
  readonly consolePassword: string | null;
  readonly addresses: readonly { name: string; path: string }[];
  readonly parts: Parts;
  /** Waits until no event is due; for tests. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

export type Surroundings = {
  readonly clock: Clock;
  /** Milliseconds that only run forward; the process's own where tests do not move it. */
  readonly stopwatch?: () => number;
  readonly log: Log;
  /** Receives the password of the console's first operator, once in the life of a database. */
  readonly onFirstPassword?: (password: string) => void;
};

/** Any number that no other use of advisory locks shares. */
const fillLock = 7_317_003;

/** One process of the product, from a migrated schema to open ports. */
export async function startProduct(config: Config, outside: Surroundings): Promise<Product> {
  const { clock, log } = outside;
  const metrics = createMetrics();
  const sql = connect(config.databaseUrl, {
    name: "sanqi-bff",
    onNotice: (text) => log.debug("database notice", { text }),
  });
  await prepareJobs(config.databaseUrl);
  const applied = await migrate(sql, migrations);
  if (applied.length > 0) log.info("schema migrated", { applied });
  const platforms = createPlatforms(config.environment, clock, metrics);
  let pump: Pump | null = null;
  const bell = createBell(sql, (error) => log.warn("the workers were not woken", { error }));
  const parts = await compose({
    ...{ config, sql, clock, log, metrics, platforms },
    stopwatch: outside.stopwatch ?? (() => performance.now()),
    committed: () => (pump ?? bell).wake(),
  });

  const campusId = config.seedDemo ? readDemo().ids.campusId : toId("campus", config.campusId ?? "");
  // Of processes that start together on an empty database one fills it; the others then find everything there.
  const first = await alone(sql, fillLock, async () => {
    const operator = await firstOperator(parts, config, campusId);
    if (operator.password) outside.onFirstPassword?.(operator.password);
    if (config.seedDemo && config.sandboxUrl)
      await seedDemo(parts, { sql, config, clock, operatorId: operator.accountId });
    return operator;
  });
  const campus = await parts.campus.campus(campusId);
  if (!campus) throw new Error(`there is no campus ${campusId}: import one with npm run campus:import`);

  if (config.roles.has("worker")) {
    pump = startPump({
      sql,
      clock,
      bus: composeBus({ config, clock, log, metrics }),
      consumers: parts.consumers,
      onPublished: (events) => announce(parts, events),
      onFailure({ consumer, event, error, parked }) {
        metrics.eventsFailed.inc({ consumer, parked: String(parked) });
        log[parked ? "error" : "warn"]("event not handled", {
          consumer,
          type: event.type,
          eventId: event.eventId,
          traceId: event.traceId,
          parked,
          error,
        });
      },
      onMissed: (deliveries) => log.warn("deliveries were made up from the outbox", { deliveries }),
      onTrouble: (error) => log.error("the event pump has trouble", { error }),
    });
    await bell.listen(pump.wake);
  }
  const jobs = config.roles.has("worker")
    ? await startWork(parts, { config, sql, clock, log, campusId })
    : null;
  const timers = startTimers(everywhere(parts, campusId), log);
  const transport = createTransport(log, metrics);
  const { weapp, alipay } = platforms.templates;
  const templates = { weapp: Object.values(weapp), alipay: Object.values(alipay) };
  const clientConfig = clientConfigOf(config, campusId, campus.name, templates);
  const measure = async () => {
    const lags = await parts.app.events.lag(campusId);
    metrics.eventLag.reset();
    for (const { consumer, oldestMs } of lags) metrics.eventLag.set({ consumer }, oldestMs / second);
    metrics.sagasStuck.reset();
    for (const { kind } of (await parts.app.sagas.list(campusId)).stuck) metrics.sagasStuck.inc({ kind });
    for (const { channel, state } of parts.app.payments.health())
      metrics.paymentPaused.set({ channel }, state === "closed" ? 0 : 1);
    for (const { name, state } of parts.breakers.health())
      metrics.breakerOpen.set({ name }, state === "open" ? 1 : 0);
  };
  const ready = async () => (await sql`select 1`).count === 1;
  const server = config.roles.has("web")
    ? await startServer(
        {
          app: parts.app,
          transport,
          clientConfig,
          ready,
          measure,
          production: config.mode === "production",
          trustedProxies: config.trustedProxies,
          metricsToken: config.metricsToken,
        },
        config,
      )
    : null;

  return {
    port: server?.port ?? 0,
    consolePassword: first.password,
    addresses: config.seedDemo ? demoAddresses() : [],
    parts,
    idle: async () => pump?.idle(),
    async stop() {
      await server?.close();
      await timers.stop();
      await jobs?.stop();
      await pump?.stop();
      await parts.live.close();
      parts.closeViews();
      await parts.board.leave(campusId).catch((error) => log.debug("breakers are still shown", { error }));
      await sql.end({ timeout: 5 });
    },
  };
}

/** Published events become hints for whoever looks at an order right now. */
function announce(parts: Parts, events: readonly Published[]): void {
  for (const { campusId, type, payload } of events) {
    if (!type.startsWith("order.")) continue;
    const { orderId, shopId, version } = payload as unknown as OrderEventPayload;
    parts.orderViews.changed(campusId as CampusId, orderId, version);
    parts.live.publish({ kind: "order", campusId: campusId as CampusId, orderId, shopId, version, type });
  }
}

/** Each process has breakers of its own: without this, one that does no other timed work would never close them. */
const everywhere = (parts: Parts, campusId: CampusId) => [
  {
    name: "probe-platforms",
    everyMs: 3 * second,
    run: (traceId: string) => parts.money.probePaused(traceId),
  },
  {
    name: "show-breakers",
    everyMs: 3 * second,
    run: () => parts.board.report(campusId, parts.breakers.health()),
  },
];

/** The console's first operator; the password exists in clear only here and in whatever prints it. */
async function firstOperator(parts: Parts, config: Config, campusId: CampusId) {
  const password = randomBytes(12).toString("base64url");
  const operator = {
    campusId,
    campusName: (await parts.campus.campus(campusId))?.name ?? (config.seedDemo ? demoCampus.name : ""),
    username: config.consoleUser,
    password,
  };
  const { created, accountId } = await parts.identity.ensureConsoleOperator(operator);
  return { accountId, password: created ? password : null };
}
