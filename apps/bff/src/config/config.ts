import { isId } from "@sanqi/kernel";

/** What a BFF process is told from outside; everything has a default only in demo mode. */
export type Config = {
  readonly mode: "production" | "demo";
  readonly port: number;
  readonly listen: string;
  /** Where platforms and browsers reach us: callbacks are sent here. */
  readonly publicUrl: string;
  readonly databaseUrl: string;
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
  readonly logLevel: string;
  /** Name of the console's first operator. */
  readonly consoleUser: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

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
    campusId,
    sandboxUrl: env.SANQI_SANDBOX_URL?.replace(/\/$/, "") || null,
    seedDemo: flag(env.SANQI_SEED_DEMO),
    roles: new Set(roles as ("web" | "worker")[]),
    trustedProxies: new Set(
      (env.TRUSTED_PROXIES ?? "")
        .split(",")
        .map((a) => a.trim())
        .filter(Boolean),
    ),
    metricsToken: env.METRICS_TOKEN || null,
    logLevel: env.LOG_LEVEL ?? "info",
    consoleUser: env.SANQI_CONSOLE_USER ?? "admin",
    environment: env,
  };
}
