import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** The newest version that the client supports. */
const kafkaVersion = "4.2.0";
const copyPlugin = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";

/** What the broker is started from and with. */
export const kafkaFolder = path.resolve(import.meta.dirname, "../kafka");
const cache = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "sanqi");
const files = path.join(cache, `kafka-${kafkaVersion}`);

/** The major version of the machine's Java, or null where there is none. */
function javaVersion(): number | null {
  try {
    const said = execFileSync("java", ["--version"], { stdio: ["ignore", "pipe", "ignore"] }).toString();
    return Number(/^\S+ (\d+)/.exec(said)?.[1] ?? 0);
  } catch {
    return null;
  }
}

function hasMaven(): boolean {
  try {
    execFileSync("mvn", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Why no broker can be started on this machine, in words; null: it can. */
export function kafkaLacks(): string | null {
  const java = javaVersion();
  if (java === null) return "Java is missing";
  if (java < 17) return `Java ${java} is too old, 17 is needed`;
  if (!existsSync(files) && !hasMaven()) return "Maven is missing";
  return null;
}

/**
 * Kafka's files from Maven Central (45 MB), fetched once for this user and version. Throws with Maven's words when they
 * cannot be had.
 * @returns the folder of the jars
 */
export async function fetchKafka(): Promise<string> {
  if (existsSync(files)) return files;
  await mkdir(cache, { recursive: true });
  const half = `${files}.${process.pid}`;
  const properties = [
    `-Dkafka.version=${kafkaVersion}`,
    "-DincludeScope=runtime",
    `-DoutputDirectory=${half}`,
  ];
  try {
    await promisify(execFile)("mvn", ["-B", "-q", "-ntp", "-f", kafkaFolder, copyPlugin, ...properties]);
    // Another process may have fetched the same meanwhile: then ours is not needed.
    await rename(half, files).catch(async (error: unknown) => {
      if (!existsSync(files)) throw error;
    });
  } catch (error) {
    const { stdout = "", message } = error as { stdout?: string; message: string };
    throw new Error(`Kafka could not be fetched: ${stdout.trim().slice(0, 2_000) || message}`);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  return files;
}
