import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import type { PostgresBinaries } from "./binaries.ts";

export type PostgresServer = {
  /** postgres://…/postgres; other databases of the server by another path. */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
};

export type PostgresOptions = {
  readonly binaries: PostgresBinaries;
  readonly dataDir: string;
  readonly password: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Server settings, `{ fsync: "off" }`; durable defaults are PostgreSQL's own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told as soon as there is a process to stop, which is before it is ready. */
  readonly onSpawn?: (stop: () => Promise<void>) => void;
};

/** PostgreSQL refuses to run as root; root runs it as `postgres` (made where it is missing). */
function runAs(): { uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const idOf = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "postgres"], { stdio: "ignore" });
    return { uid: idOf("-u"), gid: idOf("-g") };
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });

/** Starts a server on loopback, making its data directory on first use. Throws with the server's own words if it cannot. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { binaries, dataDir, password } = options;
  const user = runAs();
  if (!existsSync(path.join(dataDir, "PG_VERSION"))) await initialise(binaries, dataDir, password, user);
  const port = options.port || (await freePort());
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", dataDir, "-p", String(port), ...flags], {
    ...user,
    cwd: dataDir,
    stdio: ["ignore", "ignore", "pipe"],
    // Its own process group: Ctrl-C in the terminal must not stop the database before those who still write to it.
    detached: true,
  });
  options.onSpawn?.(() => stop(child));
  await readiness(child);
  return {
    url: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    port,
    stop: () => stop(child),
  };
}

async function initialise(
  binaries: PostgresBinaries,
  dataDir: string,
  password: string,
  user: { uid: number; gid: number } | undefined,
) {
  await mkdir(dataDir, { recursive: true });
  // A folder of our own: a name that can be guessed in a shared folder could be a link to somewhere else.
  const secrets = await mkdtemp(path.join(tmpdir(), "sanqi-initdb-"));
  const passwordFile = path.join(secrets, "password");
  await writeFile(
    passwordFile,
    `${password}
`,
    { mode: 0o600, flag: "wx" },
  );
  if (user) for (const file of [dataDir, secrets, passwordFile]) await chown(file, user.uid, user.gid);
  const flags = [
    `--pgdata=${dataDir}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C.UTF-8",
  ];
  try {
    execFileSync(binaries.initdb, flags, { ...user, cwd: dataDir, stdio: ["ignore", "pipe", "pipe"] });
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

function readiness(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      if (said.length < 20_000) said += chunk.toString();
      if (said.includes("database system is ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`PostgreSQL stopped with ${code}: ${said.trim()}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    // SIGINT is PostgreSQL's fast shutdown: sessions are ended, data is written.
    child.kill("SIGINT");
  });
}
