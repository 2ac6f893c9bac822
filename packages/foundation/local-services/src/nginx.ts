import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { chmod, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { freePort } from "@sanqi/local-postgres";
import { type OwnProcess, startOwn, untilListening } from "./own-process.ts";

export type NginxServer = {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** Its last warnings and errors. */
  lastWords(): string;
  remove(): Promise<void>;
};

/** Debian keeps it where only root's path looks. */
const binary = () => ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"].find(existsSync);

/** Why no nginx can be started on this machine, in words; null: it can. */
export function nginxLacks(): string | null {
  const missing = "nginx is missing (Debian: apt-get install nginx-light)";
  const program = binary();
  if (!program) return missing;
  try {
    execFileSync(program, ["-v"], { stdio: "ignore" });
    return null;
  } catch {
    return missing;
  }
}

const settings = (home: string, site: string) => `
daemon off;
${userInfo().uid === 0 ? "user nobody nogroup;" : ""}
worker_processes 1;
worker_rlimit_nofile 8192;
pid ${home}/pid;
error_log stderr warn;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path ${home}/body;
  proxy_temp_path ${home}/proxy;
  fastcgi_temp_path ${home}/fastcgi;
  uwsgi_temp_path ${home}/uwsgi;
  scgi_temp_path ${home}/scgi;
${site}
}
`;

/**
 * The machine's nginx on a free port of loopback, in a folder of its own; a service of the machine is neither needed nor
 * touched.
 * @param siteAt what stands in the http context, for a server that listens at that port
 * @param onSpawn told how to remove it as soon as there is something to remove
 */
export async function startNginx(
  siteAt: (port: number) => string,
  onSpawn?: (remove: () => Promise<void>) => void,
): Promise<NginxServer> {
  const home = mkdtempSync(path.join(tmpdir(), "sanqi-nginx-"));
  // Its workers run as another user where we are root.
  await chmod(home, 0o755);
  let server: OwnProcess | null = null;
  const remove = async () => {
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  };
  onSpawn?.(remove);
  const port = await freePort();
  const file = path.join(home, "nginx.conf");
  await writeFile(file, settings(home, siteAt(port)));
  try {
    server = startOwn(binary() ?? "nginx", ["-c", file, "-p", home, "-e", "stderr"], home);
    await untilListening(server, port, "nginx");
  } catch (error) {
    await remove();
    throw error;
  }
  const own = server;
  return { url: `http://127.0.0.1:${port}`, lastWords: () => own.lastWords(), remove };
}
