import { isId } from "@sanqi/kernel";

/** What a BFF process is told from outside; everything has a default only in demo mode. */
export type Config = {
  readonly mode: "production" | "demo";
  readonly port: number;
  readonly listen: string;
  /** Where platforms and browsers reach us: callbacks are sent here. */
  readonly publicUrl: string;
  readonly databaseUrl: string;
  /** What carries events to their consumers. */
  readonly bus: BusConfig;
  /** Carries live hints between processes, some nodes of a cluster with commas between them; null: PostgreSQL does. */
  readonly redisUrl: string | null;
  /** How orders that come at the same time share transactions. */
  readonly orderGrouping: { readonly most: number; readonly lanes: number };
  /** The campus that this process serves; null: the demo's. */
  readonly campusId: string | null;
  /** The sandbox that stands for the platforms; null in production. */
  readonly sandboxUrl: string | null;
  readonly seedDemo: boolean;
  readonly roles: ReadonlySet<"web" | "worker">;
  /** Addresses of our own proxies: only they may say who the caller is (X-Forwarded-For). */
  readonly trustedProxies: ReadonlySet<string>;
  /** Bearer token for /metrics from other machines; without one only this machine may read them. */
  readonly metricsToken: string | null;
  /** Signs the links to pictures in complaints; the same in all processes. */
  readonly pictureSecret: string;
  readonly logLevel: string;
  /** Name of the console's first operator. */
  readonly consoleUser: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

export type BusConfig =
  | { readonly kind: "postgres" }
  | { readonly kind: "kafka"; readonly brokers: readonly string[]; readonly topic: string };

const wordsOf = (text: string) =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);

function readBus(env: Readonly<Record<string, string | undefined>>): BusConfig {
  const kind = env.SANQI_BUS?.trim() || "postgres";
  if (kind === "postgres") return { kind };
  if (kind !== "kafka") throw new Error("SANQI_BUS knows only postgres and kafka");
  const brokers = wordsOf(env.SANQI_KAFKA_BROKERS ?? "");
  if (brokers.length === 0) throw new Error("SANQI_KAFKA_BROKERS is not set");
  if (brokers.some((broker) => !/^[^\s:]+:\d{1,5}$/.test(broker)))
    throw new Error("SANQI_KAFKA_BROKERS must be host:port, several with commas");
  const topic = env.SANQI_KAFKA_TOPIC?.trim() || "sanqi-events";
  if (!/^[\w.-]{1,200}$/.test(topic)) throw new Error("SANQI_KAFKA_TOPIC is not a name of a topic");
  return { kind, brokers, topic };
}

function readRedisUrl(text: string | undefined): string | null {
  const url = text?.trim();
  if (!url) return null;
  if (url.split(",").some((node) => !/^rediss?:\/\//.test(node.trim()) || !URL.canParse(node.trim())))
    throw new Error(
      "SANQI_REDIS_URL must be redis://host:port or rediss://host:port, nodes of a cluster with commas",
    );
  return url;
}

/** Alone, orders keep the pool busy side by side; together, one transaction fills while another commits. */
function readOrderGrouping(text: string | undefined): Config["orderGrouping"] {
  const most = Number(text?.trim() || 64);
  if (!Number.isInteger(most) || most < 1 || most > 500)
    throw new Error("SANQI_ORDER_GROUP is how many orders share a transaction, 1 to 500");
  return { most, lanes: most === 1 ? 8 : 2 };
}

const flag = (text: string | undefined) => text === "1" || text === "true";

/** Reads the configuration; throws an Error that names the variable which is missing or wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const mode = env.NODE_ENV === "production" ? "production" : "demo";
  const need = (name: string): string => {
    const value = env[name]?.trim();
    if (!value) throw new Error(`${name} is not set`);
    return value;
  };
  const port = Number(env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error("PORT is not a port number");
  const roles = (env.SANQI_ROLES ?? "web,worker").split(",").map((role) => role.trim());
  if (roles.some((role) => role !== "web" && role !== "worker"))
    throw new Error("SANQI_ROLES knows only web and worker");
  const campusId = flag(env.SANQI_SEED_DEMO) ? null : need("SANQI_CAMPUS");
  if (campusId !== null && !isId("campus", campusId))
    throw new Error("SANQI_CAMPUS is not a campus id (cmp_…): npm run campus:import prints it");
  return {
    mode,
    port,
    listen: env.LISTEN ?? (mode === "production" ? "0.0.0.0" : "127.0.0.1"),
    publicUrl: (mode === "production"
      ? need("PUBLIC_URL")
      : (env.PUBLIC_URL ?? `http://127.0.0.1:${port}`)
    ).replace(/\/$/, ""),
    databaseUrl: need("DATABASE_URL"),
    bus: readBus(env),
    redisUrl: readRedisUrl(env.SANQI_REDIS_URL),
    orderGrouping: readOrderGrouping(env.SANQI_ORDER_GROUP),
    campusId,
    sandboxUrl: env.SANQI_SANDBOX_URL?.replace(/\/$/, "") || null,
    seedDemo: flag(env.SANQI_SEED_DEMO),
    roles: new Set(roles as ("web" | "worker")[]),
    trustedProxies: new Set(wordsOf(env.TRUSTED_PROXIES ?? "")),
    metricsToken: env.METRICS_TOKEN || null,
    pictureSecret: env.SANQI_PICTURE_SECRET || (mode === "production" ? "" : `demo ${need("DATABASE_URL")}`),
    logLevel: env.LOG_LEVEL ?? "info",
    consoleUser: env.SANQI_CONSOLE_USER ?? "admin",
    environment: env,
  };
}
