import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { fetchKafka, kafkaLacks, nginxLacks, redisLacks } from "@sanqi/local-services";

/** What the tests use of the machine beyond npm; each is looked for first and installed only where it is missing. */
const wanted = [
  {
    name: "Chromium",
    debian: "chromium",
    there: () =>
      ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].some(existsSync),
    without: "the browser run",
  },
  {
    name: "a Chinese font",
    debian: "fonts-noto-cjk",
    there: () => ["/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/wqy"].some(existsSync),
    without: "readable screenshots",
  },
  {
    name: "PostgreSQL 15",
    debian: "postgresql-15",
    there: () => existsSync("/usr/lib/postgresql/15/bin/postgres"),
    without: "the run of the schema on PostgreSQL 15",
  },
  {
    name: "Java or Maven",
    debian: "default-jre-headless maven",
    there: () => kafkaLacks() === null,
    without: "every test on a real Kafka",
  },
  {
    name: "Redis",
    debian: "redis-server",
    there: () => redisLacks() === null,
    without: "every test on a real Redis",
  },
  {
    name: "nginx",
    debian: "nginx-light",
    there: () => nginxLacks() === null,
    without: "the rush over two processes",
  },
] as const;

const isDebian = () =>
  existsSync("/etc/debian_version") && /debian|ubuntu/i.test(readFileSync("/etc/os-release", "utf8"));

/** Kafka's files are fetched once, before the tests that start it at the same time. */
async function prepareKafka(): Promise<string[]> {
  if (kafkaLacks()) return [];
  try {
    await fetchKafka();
    return [];
  } catch (error) {
    return [`Kafka is missing, so every test on a real one fails: ${(error as Error).message}`];
  }
}

/** Installs what is missing where that is allowed; returns what had to be left out, in words. */
export async function prepareMachine(): Promise<string[]> {
  return [...installPackages(), ...(await prepareKafka())];
}

/** Debian asks this program before it starts a service: the tests want the programs only, on ports of their own. */
const servicePolicy = "/usr/sbin/policy-rc.d";

function withoutServices(install: () => void): void {
  // Who has one has thought about it already: containers refuse every service.
  const own = !existsSync(servicePolicy);
  if (own) writeFileSync(servicePolicy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    install();
  } finally {
    if (own) rmSync(servicePolicy, { force: true });
  }
}

function installPackages(): string[] {
  const missing = wanted.filter((part) => !part.there());
  if (missing.length === 0) return [];
  if (userInfo().uid === 0 && isDebian()) {
    const packages = missing.flatMap((part) => part.debian.split(" "));
    console.error(`→ installing from Debian: ${packages.join(", ")}`);
    const apt = (...args: string[]) =>
      execFileSync("apt-get", args, {
        stdio: ["ignore", 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    try {
      apt("update", "-qq");
      withoutServices(() => apt("install", "-y", "-qq", "--no-install-recommends", ...packages));
    } catch {
      console.error("! Debian's packages could not be installed");
    }
  }
  return missing
    .filter((part) => !part.there())
    .map((part) => `${part.name} is missing, so ${part.without} is left out (install ${part.debian})`);
}
