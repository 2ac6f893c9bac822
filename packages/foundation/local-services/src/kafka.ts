import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "@sanqi/local-postgres";
import { fetchKafka, kafkaFolder } from "./kafka-files.ts";
import { type OwnProcess, startOwn, untilListening } from "./own-process.ts";

export type KafkaServer = {
  /** `127.0.0.1:port`, the same over all starts. */
  readonly brokers: string;
  /** Ends the broker in order; what it holds stays. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again with what it holds. */
  start(): Promise<void>;
  /** Ends it and deletes what it holds. */
  remove(): Promise<void>;
};

/** One node that is broker and controller, for a machine on which nothing else needs the memory more. */
const settings = (port: number, controllerPort: number, dataDir: string) => `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=${dataDir}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
`;

const heap = "256m";
/** Starts in seconds instead of running fastest: a broker for tests and for one campus is mostly idle. */
const frugal = [`-Xmx${heap}`, `-Xms${heap}`, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"];

/**
 * A single-node Kafka (KRaft) on free ports of loopback, its data in a folder of its own.
 * @param onSpawn told how to remove it as soon as there is something to remove, which is before it is ready
 */
export async function startKafka(onSpawn?: (remove: () => Promise<void>) => void): Promise<KafkaServer> {
  const jars = await fetchKafka();
  const home = mkdtempSync(path.join(tmpdir(), "sanqi-kafka-"));
  let broker: OwnProcess | null = null;
  const remove = async () => {
    await broker?.stop();
    await rm(home, { recursive: true, force: true });
  };
  onSpawn?.(remove);
  const java = [
    ...frugal,
    `-Dlog4j2.configurationFile=${path.join(kafkaFolder, "log4j2.properties")}`,
    "-cp",
    path.join(jars, "*"),
  ];
  const file = path.join(home, "server.properties");
  const start = async () => {
    broker = startOwn("java", [...java, "kafka.Kafka", file], home);
    await untilListening(broker, port, "Kafka");
  };
  const [port, controllerPort] = [await freePort(), await freePort()];
  await writeFile(file, settings(port, controllerPort, path.join(home, "data")));
  const id = randomBytes(16);
  // A name that begins with a dash would be read as an option.
  id.writeUInt8(id.readUInt8(0) & 0x7f, 0);
  const clusterId = id.toString("base64url");
  const format = ["kafka.tools.StorageTool", "format", "-t", clusterId, "-c", file];
  try {
    await promisify(execFile)("java", [...java, ...format], { cwd: home });
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    brokers: `127.0.0.1:${port}`,
    start,
    stop: async () => broker?.stop(),
    kill: async () => broker?.kill(),
    remove,
  };
}
