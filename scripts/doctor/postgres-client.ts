import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

/** A failure that the person in front of the terminal can mend; printed without a stack. */
export class Refused extends Error {}

type Tool = "pg_dump" | "pg_restore";

/** The arguments of backup and restore: one file, and whether an existing database may be replaced. */
export function readArguments(help: string): { file: string; force: boolean; databaseUrl: string } | null {
  let parsed: { values: { help?: boolean; force?: boolean }; positionals: string[] };
  try {
    const options = { help: { type: "boolean" }, force: { type: "boolean" } } as const;
    parsed = parseArgs({ allowPositionals: true, options });
  } catch (cause) {
    throw new Refused(`${(cause as Error).message}\n\n${help}`);
  }
  const [file, ...rest] = parsed.positionals;
  if (parsed.values.help) return null;
  if (!file || rest.length > 0) throw new Refused(help);
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl || !URL.canParse(databaseUrl))
    throw new Refused("请设置 DATABASE_URL: set DATABASE_URL to a PostgreSQL address");
  return { file, force: parsed.values.force ?? false, databaseUrl };
}

/** What a tool at that path says its major version is; null where it cannot be asked. */
function majorOf(tool: string): number | null {
  try {
    const said = execFileSync(tool, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return Number(/\s(\d+)/.exec(said)?.[1]) || null;
  } catch {
    return null;
  }
}

/**
 * This machine's tool of the server's own major version: an older one cannot read the server, and what a newer one writes
 * an older server cannot take back. Throws Refused with what to install.
 */
export function findTool(tool: Tool, serverMajor: number, folders = placesFor(serverMajor)): string {
  const found: string[] = [];
  for (const folder of folders) {
    const file = path.join(folder, tool);
    if (!existsSync(file)) continue;
    const major = majorOf(file);
    if (major === serverMajor) return file;
    if (major) found.push(`${file} (${major})`);
  }
  const other = found.length > 0 ? `\n这里有 found: ${[...new Set(found)].join(", ")}` : "";
  throw new Refused(
    `✗ 服务器是 PostgreSQL ${serverMajor}，需要同一主版本的 ${tool}
  the server is PostgreSQL ${serverMajor}: ${tool} of the same major version is needed${other}
  → Debian/Ubuntu: apt-get install postgresql-client-${serverMajor}
    Fedora/RHEL:   dnf install postgresql${serverMajor}
    macOS:         brew install postgresql@${serverMajor}`,
  );
}

/** Where distributions put a major version, then PATH (Debian's /usr/bin/pg_dump is a wrapper that picks by itself). */
const placesFor = (major: number): string[] => [
  `/usr/lib/postgresql/${major}/bin`,
  `/usr/pgsql-${major}/bin`,
  `/opt/homebrew/opt/postgresql@${major}/bin`,
  `/usr/local/opt/postgresql@${major}/bin`,
  ...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean),
];

/** Runs a tool on a database; the password goes by the environment, where a list of processes does not show it. */
export function runTool(tool: string, databaseUrl: string, args: readonly string[]): Promise<void> {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = "";
  return new Promise((resolve, reject) => {
    const child = spawn(tool, ["--no-password", `--dbname=${url.href}`, ...args], {
      stdio: ["ignore", "inherit", "pipe"],
      env: { ...process.env, ...(password && { PGPASSWORD: password }) },
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      if (said.length < 4_000) said += chunk.toString();
    });
    // Ctrl-C reaches the tool by itself; we stay to clean up after it.
    const stay = () => undefined;
    process.on("SIGINT", stay);
    const done = (work: () => void) => {
      process.off("SIGINT", stay);
      work();
    };
    child.once("error", (cause) => done(() => reject(cause)));
    child.once("close", (code) =>
      done(() =>
        code === 0
          ? resolve()
          : reject(new Refused(`✗ ${path.basename(tool)} 失败 failed (${code}):\n${said.trim()}`)),
      ),
    );
  });
}

/** What to print when the work above did not succeed, for both commands. */
export function explain(cause: unknown): void {
  const { code, message, path: file } = cause as Error & { code?: string; path?: string };
  if (cause instanceof Refused) console.error(message);
  else if (file) console.error(`✗ 无法写文件 cannot write the file: ${message}`);
  else if (code === "42501")
    console.error(
      `✗ 权限不足，请让 DATABASE_URL 的用户拥有这个库 not permitted, let the user own the database: ${message}`,
    );
  else if (/^(E[A-Z]|CONNECT|28|3D)/.test(code ?? ""))
    console.error(`✗ 无法连接数据库 cannot reach the database of DATABASE_URL: ${message || code}`);
  else console.error(cause);
  process.exitCode = 1;
}
