import { createClient, createCluster, defineScript, RESP_TYPES } from "redis";
import { nodesOf } from "./nodes.ts";

const connectMs = 2_000;
/** A connection on which nothing came for so long is dead, whatever the network says; pings see to it that something comes. */
const silenceMs = 5_000;
const pingMs = 1_500;
const longestRest = 3_000;
/** Beyond this, Redis does not follow: commands fail at once instead of filling the memory. */
const mostWaiting = 10_000;
const restOf = (tries: number) => Math.min(100 * 2 ** Math.min(tries, 10), longestRest);

const asBytes = { [RESP_TYPES.BLOB_STRING]: Buffer } as const;
const common = {
  RESP: 3,
  name: "sanqi-store",
  disableOfflineQueue: true,
  commandsQueueMaxLength: mostWaiting,
  pingInterval: pingMs,
  socket: { connectTimeout: connectMs, socketTimeout: silenceMs, reconnectStrategy: restOf },
} as const;

/** A script of one key, a value and a life in ms. */
const scriptOf = (text: string) =>
  defineScript({
    NUMBER_OF_KEYS: 1,
    SCRIPT: text,
    parseCommand(parser, key: string, value: Buffer, lifeMs: number) {
      parser.pushKey(key);
      parser.push(value, String(Math.ceil(lifeMs)));
    },
    transformReply: undefined as unknown as () => number,
  });

/** What the store uses of one server, or of a cluster of them. Every call fails at once while the line is down. */
export type StoreClient = {
  get(key: string): Promise<Buffer | null>;
  replace(key: string, value: Buffer, lifeMs: number): Promise<unknown>;
  close(): void;
};
type Told = { readonly broken: (error: unknown) => void; readonly mended: () => void };

function ofOneServer(url: string, script: string, told: Told): StoreClient {
  const client = createClient({ ...common, url, scripts: { replace: scriptOf(script) } });
  client.on("error", told.broken);
  client.on("ready", told.mended);
  client.connect().catch(told.broken);
  const bytes = client.withTypeMapping(asBytes);
  return {
    get: (key) => bytes.get(key),
    replace: (key, value, lifeMs) => client.replace(key, value, lifeMs),
    close: () => client.destroy(),
  };
}

function ofCluster(urls: readonly string[], script: string, told: Told): StoreClient {
  const client = createCluster({
    rootNodes: urls.map((url) => ({ url })),
    RESP: common.RESP,
    defaults: common,
    scripts: { replace: scriptOf(script) },
  });
  let closed = false;
  let later: NodeJS.Timeout | undefined;
  client.on("error", told.broken);
  client.on("node-error", told.broken);
  client.on("node-ready", told.mended);
  // Nodes that it knows it connects to again by itself; the first look around is repeated here.
  const connect = (tries: number) => {
    client.connect().catch((error: unknown) => {
      told.broken(error);
      if (!closed) later = setTimeout(() => connect(tries + 1), restOf(tries));
    });
  };
  connect(0);
  const bytes = client.withTypeMapping(asBytes);
  return {
    get: (key) => bytes.get(key),
    replace: (key, value, lifeMs) => client.replace(key, value, lifeMs),
    close() {
      closed = true;
      clearTimeout(later);
      client.destroy();
    },
  };
}

/** Connects to what the address names, one server or some nodes of a cluster; does not wait for it. */
export function openStoreClient(url: string, script: string, told: Told): StoreClient {
  const nodes = nodesOf(url);
  return nodes.length > 1 ? ofCluster(nodes, script, told) : ofOneServer(url, script, told);
}
