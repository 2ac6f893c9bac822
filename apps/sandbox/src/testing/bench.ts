import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import {
  createSandboxCredentials,
  envFor,
  type SandboxCredentials,
  type SandboxEnv,
} from "../credentials.ts";
import { parseObject } from "../http/exchange.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../server.ts";

// RSA keys take most of a second to make; one set serves all tests of a file.
let shared: SandboxCredentials | undefined;
export const testCredentials = (): SandboxCredentials => {
  shared ??= createSandboxCredentials();
  return shared;
};

/** Real time that can be moved ahead: timers run as usual, expiries are reached at once. */
export function movableClock() {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance(ms: number) {
      ahead += ms;
    },
  };
}

export type Arrival = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly at: number };

/** Plays the merchant's notification address: keeps what arrives and answers as told. */
export async function startReceiver() {
  const arrivals: Arrival[] = [];
  const waiting: (() => void)[] = [];
  let reply: (arrival: Arrival, index: number) => { status: number; body: string } = () => ({
    status: 200,
    body: "success",
  });
  const server = createServer((req, res) => {
    let body = "";
    req.setEncoding("utf8");
    req.on("data", (chunk: string) => {
      body += chunk;
    });
    req.on("end", () => {
      const arrival = { headers: req.headers, body, at: Date.now() };
      arrivals.push(arrival);
      const { status, body: text } = reply(arrival, arrivals.length - 1);
      res.writeHead(status).end(text);
      for (const wake of waiting.splice(0)) wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`,
    arrivals,
    answer(next: typeof reply) {
      reply = next;
    },
    /** Resolves when `n` notifications have come. */
    async arrived(n: number): Promise<readonly Arrival[]> {
      while (arrivals.length < n) await new Promise<void>((resolve) => waiting.push(resolve));
      return arrivals;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type Bench = {
  readonly sandbox: Sandbox;
  readonly env: SandboxEnv;
  readonly credentials: SandboxCredentials;
  /** POSTs (or PUTs) JSON to a path of the sandbox and reads JSON. */
  call(
    path: string,
    body?: unknown,
    method?: string,
  ): Promise<{ status: number; json: Record<string, unknown> }>;
  fault(patch: Record<string, unknown>): Promise<void>;
};

export async function startBench(options: Partial<SandboxOptions> = {}): Promise<Bench> {
  const credentials = options.credentials ?? testCredentials();
  const sandbox = await startSandbox({ ...options, credentials });
  const call: Bench["call"] = async (path, body, method = body === undefined ? "GET" : "POST") => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      json: parseObject(text) ?? { list: text === "" ? null : (JSON.parse(text) as unknown) },
    };
  };
  return {
    sandbox,
    env: envFor(credentials, sandbox.url),
    credentials,
    call,
    async fault(patch) {
      const { status, json } = await call("/admin/faults", patch, "PUT");
      if (status !== 200) throw new Error(`fault refused: ${JSON.stringify(json)}`);
    },
  };
}
